using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Locations;

/// <summary>One location. NotFound: unknown, or of an organization out of the caller's reach.</summary>
public sealed record GetLocationQuery(Caller Caller, LocationId Location) : IQuery<LocationView>;

/// <summary>The locations of the organization of the caller's token, or of the whole tenant for its admins, newest first.</summary>
/// <param name="Search">A part of the name, the code or the description; null for all.</param>
/// <param name="IsActive">Null for both.</param>
public sealed record ListLocationsQuery(Caller Caller, string? Search, bool? IsActive, PageRequest Page) : IQuery<Page<LocationView>>;

/// <summary>The users of a location by username. NotFound: unknown, or of an organization out of the caller's reach.</summary>
public sealed record ListLocationUsersQuery(Caller Caller, LocationId Location, PageRequest Page) : IQuery<Page<LocationUserView>>;

internal sealed class GetLocationHandler(IReader<Location> locations) : IQueryHandler<GetLocationQuery, LocationView>
{
    public async Task<Result<LocationView>> Handle(GetLocationQuery query, CancellationToken cancellationToken) =>
        await locations.FindReachedAsync(query.Caller, query.Location, cancellationToken) is { } location ? location : LocationErrors.NotFound;
}

internal sealed class ListLocationsHandler(IReader<Location> locations) : IQueryHandler<ListLocationsQuery, Page<LocationView>>
{
    public async Task<Result<Page<LocationView>>> Handle(ListLocationsQuery query, CancellationToken cancellationToken) =>
        await locations.PageAsync<LocationView>(
            query.Caller.Tenant, new LocationsSpec(query.Caller.ForLists(), query.Search, query.IsActive), query.Page, cancellationToken);
}

internal sealed class ListLocationUsersHandler(IReader<Location> locations, IAssignedLocations assigned)
    : IQueryHandler<ListLocationUsersQuery, Page<LocationUserView>>
{
    public async Task<Result<Page<LocationUserView>>> Handle(ListLocationUsersQuery query, CancellationToken cancellationToken)
    {
        if (await locations.FindReachedAsync(query.Caller, query.Location, cancellationToken) is null) return LocationErrors.NotFound;
        return await assigned.ListUsersAsync(query.Caller.Tenant, query.Location, query.Page, cancellationToken);
    }
}

file static class ReachedLocation
{
    public static async Task<LocationView?> FindReachedAsync(
        this IReader<Location> locations, Caller caller, LocationId id, CancellationToken cancellationToken) =>
        await locations.FindAsync<LocationView>(caller.Tenant, new LocationByIdSpec(id), cancellationToken) is { } location
            && caller.Reaches(location.Organization) ? location : null;
}
