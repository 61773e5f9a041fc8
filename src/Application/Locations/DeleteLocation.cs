using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Locations;

/// <summary>Takes a location away for good. Invalid: users are assigned to it. NotFound: unknown, or of an organization out of the caller's reach.</summary>
public sealed record DeleteLocationCommand(Caller Caller, LocationId Location) : ICommand<Done>;

internal sealed class DeleteLocationHandler(IUnitsOfWork units) : ICommandHandler<DeleteLocationCommand, Done>
{
    public async Task<Result<Done>> Handle(DeleteLocationCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.Locations.FindAsync(command.Location, cancellationToken) is not { } location || !caller.Reaches(location.OrganizationId))
            return LocationErrors.NotFound;
        if (await work.Locations.CountUsersAsync(location.Id, cancellationToken) is > 0 and var users) return LocationErrors.InUse(users);
        work.Locations.Remove(location);
        work.Record(new AuditEvent(caller.Actor, AuditActions.LocationDeleted, AuditResources.Location, location.Id.ToString(), location.OrganizationId));
        return await work.CommitAsync(cancellationToken);
    }
}
