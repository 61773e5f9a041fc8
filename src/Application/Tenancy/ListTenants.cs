using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Tenancy;

/// <summary>All tenants, ordered by domain. Forbidden: the caller manages none.</summary>
public sealed record ListTenantsQuery(Caller Caller, TenantListFilter Filter, PageRequest Page) : IQuery<Page<TenantView>>;

internal sealed class ListTenantsHandler(ITenantDirectory tenants) : IQueryHandler<ListTenantsQuery, Page<TenantView>>
{
    public async Task<Result<Page<TenantView>>> Handle(ListTenantsQuery query, CancellationToken cancellationToken) =>
        query.Caller.ManagesTenants ? await tenants.ListAsync(query.Filter, query.Page, cancellationToken) : IdentityErrors.PlatformOnly;
}
