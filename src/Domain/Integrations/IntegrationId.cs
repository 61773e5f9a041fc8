using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Integrations;

/// <summary>Identifies a tool as one organization has installed it.</summary>
/// <param name="Tool">The tool's name in the catalog.</param>
public readonly record struct IntegrationId(TenantId Tenant, OrganizationId Organization, string Tool)
{
    /// <summary>The whole identity as one text; it is also what a sealed value is bound to.</summary>
    public override string ToString() => $"{Tenant}/{Organization}/{Tool}";
}
