using Mapster;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tenancy;

/// <summary>A tenant as those who manage tenants see one.</summary>
/// <param name="Name">The domain where it was given none.</param>
public sealed record TenantView(TenantId Id, string Name, string Domain, bool IsActive, DateTimeOffset CreatedAt);

internal sealed class TenantViews : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<Tenant, TenantView>()
        .Map(view => view.Name, tenant => tenant.Name ?? tenant.Domain)
        .Map(view => view.IsActive, tenant => tenant.DeactivatedAt == null);
}
