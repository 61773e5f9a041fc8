using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Modules;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Modules;

/// <summary>Takes the caller's rating of a module back. NotFound: there is none.</summary>
public sealed record RemoveRatingCommand(Caller Caller, string Module) : ICommand<Done>;

internal sealed class RemoveRatingHandler(IUnitsOfWork units) : ICommandHandler<RemoveRatingCommand, Done>
{
    public async Task<Result<Done>> Handle(RemoveRatingCommand command, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if (await work.Modules.FindRatingAsync(command.Module, command.Caller.User, cancellationToken) is not { } rating)
            return ModuleErrors.NotRated(command.Module);
        work.Modules.Remove(rating);
        return await work.CommitAsync(cancellationToken);
    }
}
