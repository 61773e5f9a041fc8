using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Modules;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Modules;

/// <summary>Rates a module, or changes the caller's rating of it. NotFound: there is no such tool.</summary>
public sealed record RateModuleCommand(Caller Caller, string Module, int Rating) : ICommand<MarketplaceModuleView>;

internal sealed class RateModuleValidator : AbstractValidator<RateModuleCommand>
{
    public RateModuleValidator() => RuleFor(command => command.Rating).InclusiveBetween(ModuleRating.Lowest, ModuleRating.Highest);
}

internal sealed class RateModuleHandler(IModules modules, IModulePopularity stored, IUnitsOfWork units, TimeProvider time)
    : ICommandHandler<RateModuleCommand, MarketplaceModuleView>
{
    public async Task<Result<MarketplaceModuleView>> Handle(RateModuleCommand command, CancellationToken cancellationToken)
    {
        var (caller, now) = (command.Caller, time.GetUtcNow());
        if (modules.All.FindTool(command.Module).Failed(out _, out var tool)) return ModuleErrors.Unknown(command.Module);
        await using (var work = await units.BeginAsync(caller.Tenant, cancellationToken))
        {
            // Held, so that of two first ratings at once the second one changes the first.
            await work.Users.HoldAsync(caller.User, cancellationToken);
            if (await work.Modules.FindRatingAsync(tool.Name, caller.User, cancellationToken) is { } rating) rating.Change(command.Rating, now);
            else work.Modules.Add(new ModuleRating(caller.Tenant, caller.User, tool.Name, command.Rating, now));
            if ((await work.CommitAsync(cancellationToken)).Failed(out var error, out _)) return error;
        }
        return ListMarketplaceHandler.ViewOf(tool, await stored.MeasureAsync(cancellationToken));
    }
}
