using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tenancy;

/// <summary>One tenant. NotFound: there is none. Forbidden: the caller manages no tenants.</summary>
public sealed record GetTenantQuery(Caller Caller, TenantId Tenant) : IQuery<TenantView>;

/// <summary>All tenants, ordered by domain. Forbidden: the caller manages none.</summary>
public sealed record ListTenantsQuery(Caller Caller, TenantListFilter Filter, PageRequest Page) : IQuery<Page<TenantView>>;

/// <summary>Which tenants; null does not matter.</summary>
/// <param name="Search">A part of the name or domain, without regard to case.</param>
public sealed record TenantListFilter(string? Search = null, bool? IsActive = null);

internal sealed class GetTenantHandler(IReader<Tenant> tenants) : IQueryHandler<GetTenantQuery, TenantView>
{
    public async Task<Result<TenantView>> Handle(GetTenantQuery query, CancellationToken cancellationToken)
    {
        if (!query.Caller.ManagesTenants) return IdentityErrors.PlatformOnly;
        return await tenants.FindAsync<TenantView>(query.Caller.Tenant, new TenantByIdSpec(query.Tenant), cancellationToken) is { } tenant
            ? tenant : TenantErrors.NotFound;
    }
}

internal sealed class ListTenantsHandler(IReader<Tenant> tenants) : IQueryHandler<ListTenantsQuery, Page<TenantView>>
{
    public async Task<Result<Page<TenantView>>> Handle(ListTenantsQuery query, CancellationToken cancellationToken) =>
        query.Caller.ManagesTenants
            ? await tenants.PageAsync<TenantView>(query.Caller.Tenant, new TenantsSpec(query.Filter), query.Page, cancellationToken)
            : IdentityErrors.PlatformOnly;
}
