using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>The organizations of a tenant, ordered by slug.</summary>
public sealed record ListOrganizationsQuery(TenantId Tenant, OrganizationFilter Filter, PageRequest Page) : IQuery<Page<OrganizationView>>;

internal sealed class ListOrganizationsHandler(IOrganizationDirectory organizations) : IQueryHandler<ListOrganizationsQuery, Page<OrganizationView>>
{
    public async Task<Result<Page<OrganizationView>>> Handle(ListOrganizationsQuery query, CancellationToken cancellationToken) =>
        await organizations.ListAsync(query.Tenant, query.Filter, query.Page, cancellationToken);
}
