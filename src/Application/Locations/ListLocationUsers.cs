using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Locations;

/// <summary>The users of a location by username. NotFound: unknown, or of an organization out of the caller's reach.</summary>
public sealed record ListLocationUsersQuery(Caller Caller, LocationId Location, PageRequest Page) : IQuery<Page<LocationUserView>>;

internal sealed class ListLocationUsersHandler(ILocationDirectory locations) : IQueryHandler<ListLocationUsersQuery, Page<LocationUserView>>
{
    public async Task<Result<Page<LocationUserView>>> Handle(ListLocationUsersQuery query, CancellationToken cancellationToken)
    {
        var caller = query.Caller;
        if (await locations.FindAsync(caller.Tenant, query.Location, cancellationToken) is not { } location
            || !caller.Reaches(location.OrganizationId)) return LocationErrors.NotFound;
        return await locations.ListUsersAsync(caller.Tenant, location.Id, query.Page, cancellationToken);
    }
}
