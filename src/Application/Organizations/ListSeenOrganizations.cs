using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>The caller's organizations, or all of the tenant for those who administer it; ordered by slug.</summary>
/// <param name="Search">See <see cref="OrganizationFilter"/>; null for all.</param>
/// <param name="IsActive">Null for both.</param>
public sealed record ListSeenOrganizationsQuery(Caller Caller, string? Search, bool? IsActive, PageRequest Page) : IQuery<Page<OrganizationView>>;

internal sealed class ListSeenOrganizationsHandler(IOrganizationDirectory organizations) : IQueryHandler<ListSeenOrganizationsQuery, Page<OrganizationView>>
{
    public async Task<Result<Page<OrganizationView>>> Handle(ListSeenOrganizationsQuery query, CancellationToken cancellationToken)
    {
        var caller = query.Caller;
        var among = caller.IsSystemAdmin ? null : caller.Authority.Organizations.Keys.ToList();
        return await organizations.ListAsync(caller.Tenant, new OrganizationFilter(query.Search, query.IsActive, among), query.Page, cancellationToken);
    }
}
