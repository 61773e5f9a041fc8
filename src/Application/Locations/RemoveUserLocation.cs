using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Locations;

/// <summary>Takes one place from a user. NotFound: the location is unknown or out of the caller's reach, or the user is not assigned to it.</summary>
public sealed record RemoveUserLocationCommand(Caller Caller, UserId User, LocationId Location) : ICommand<Done>;

internal sealed class RemoveUserLocationHandler(IUnitsOfWork units) : ICommandHandler<RemoveUserLocationCommand, Done>
{
    public async Task<Result<Done>> Handle(RemoveUserLocationCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.Locations.FindAsync(command.Location, cancellationToken) is not { } location || !caller.Reaches(location.OrganizationId))
            return LocationErrors.NotFound;
        var places = await work.Locations.ListOfUserAsync(command.User, location.OrganizationId, cancellationToken);
        if (places.FirstOrDefault(place => place.LocationId == location.Id) is not { } place) return LocationErrors.NotAssigned;
        work.Locations.Remove(place);
        work.Record(new AuditEvent(caller.Actor, AuditActions.LocationRemoved, AuditResources.User, command.User.ToString(), location.OrganizationId)
            .With("location_id", location.Id.ToString()));
        return await work.CommitAsync(cancellationToken);
    }
}
