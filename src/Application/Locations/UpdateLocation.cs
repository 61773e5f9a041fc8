using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Locations;

/// <summary>Changes what is given of a location; its code stays. NotFound: unknown, or of an organization out of the caller's reach.</summary>
public sealed record UpdateLocationCommand(Caller Caller, LocationId Location, LocationFacts Facts) : ICommand<LocationView>;

internal sealed class UpdateLocationValidator : AbstractValidator<UpdateLocationCommand>
{
    public UpdateLocationValidator() => RuleFor(command => command.Facts).SetValidator(new LocationFactsValidator()).OverridePropertyName("");
}

internal sealed class UpdateLocationHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<UpdateLocationCommand, LocationView>
{
    public async Task<Result<LocationView>> Handle(UpdateLocationCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.Locations.FindAsync(command.Location, cancellationToken) is not { } location || !caller.Reaches(location.OrganizationId))
            return LocationErrors.NotFound;
        location.Change(command.Facts, time.GetUtcNow());
        work.Record(new AuditEvent(caller.Actor, AuditActions.LocationUpdated, AuditResources.Location, location.Id.ToString(), location.OrganizationId));
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : location.To<LocationView>();
    }
}
