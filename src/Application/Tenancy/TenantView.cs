using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tenancy;

/// <summary>A tenant as those who manage tenants see one.</summary>
/// <param name="Name">The domain where it was given none.</param>
public sealed record TenantView(TenantId Id, string Name, string Domain, bool IsActive, DateTimeOffset CreatedAt)
{
    public static TenantView Of(Tenant tenant) => new(tenant.Id, tenant.Name ?? tenant.Domain, tenant.Domain, tenant.DeactivatedAt is null, tenant.CreatedAt);
}
