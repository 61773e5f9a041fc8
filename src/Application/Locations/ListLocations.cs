using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Locations;

/// <summary>The locations of the organization of the caller's token, or of the whole tenant for its admins, newest first.</summary>
/// <param name="Search">A part of the name, the code or the description; null for all.</param>
/// <param name="IsActive">Null for both.</param>
public sealed record ListLocationsQuery(Caller Caller, string? Search, bool? IsActive, PageRequest Page) : IQuery<Page<LocationView>>;

internal sealed class ListLocationsHandler(ILocationDirectory locations) : IQueryHandler<ListLocationsQuery, Page<LocationView>>
{
    public async Task<Result<Page<LocationView>>> Handle(ListLocationsQuery query, CancellationToken cancellationToken) =>
        await locations.ListAsync(query.Caller.Tenant, new LocationFilter(query.Caller.ForLists(), query.Search, query.IsActive), query.Page,
            cancellationToken);
}
