using System.Diagnostics.CodeAnalysis;
using Ardalis.Specification;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tenancy;

/// <summary>Tenants that are not deleted, by domain.</summary>
internal sealed class TenantsSpec : Specification<Tenant>
{
    [SuppressMessage("Performance", "CA1862", Justification = "Only this form is translated into SQL.")]
    public TenantsSpec(TenantListFilter filter)
    {
        Query.Where(tenant => tenant.DeletedAt == null);
        if (filter.IsActive is { } active) Query.Where(tenant => tenant.DeactivatedAt == null == active);
        if (filter.Search is { } search && NameKey.Of(search) is { Length: > 0 } key)
        {
            // SQLite lowers ASCII only, so a name with other letters is also looked for as it was written.
            var written = search.Trim();
            Query.Where(tenant =>
                tenant.Domain.Contains(key) || (tenant.Name != null && (tenant.Name.ToLower().Contains(key) || tenant.Name.Contains(written))));
        }
        Query.OrderBy(tenant => tenant.Domain);
    }
}

internal sealed class TenantByIdSpec : Specification<Tenant>
{
    public TenantByIdSpec(TenantId id) => Query.Where(tenant => tenant.Id == id && tenant.DeletedAt == null);
}
