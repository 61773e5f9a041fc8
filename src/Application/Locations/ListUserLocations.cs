using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Locations;

/// <summary>
/// The places of a user, the primary one first. Every user may ask for their own. Forbidden: another user's, without the permission to read locations.
/// NotFound: unknown, or out of the caller's reach.
/// </summary>
public sealed record ListUserLocationsQuery(Caller Caller, UserId User) : IQuery<IReadOnlyList<UserLocationView>>;

internal sealed class ListUserLocationsHandler(IReader<User> users, IAssignedLocations locations) : IQueryHandler<ListUserLocationsQuery,
    IReadOnlyList<UserLocationView>>
{
    public async Task<Result<IReadOnlyList<UserLocationView>>> Handle(ListUserLocationsQuery query, CancellationToken cancellationToken)
    {
        var caller = query.Caller;
        if ((await users.FindPersonAsync(caller, query.User, PermissionNames.LocationRead, cancellationToken)).Failed(out var error, out var user))
            return error;
        var organization = user.Id == caller.User ? null : caller.ForLists();
        return (await locations.ListOfUserAsync(caller.Tenant, user.Id, organization, cancellationToken)).ToList();
    }
}
