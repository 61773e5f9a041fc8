using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>Stores tenants and their organizations.</summary>
public interface IOrganizationRepository
{
    /// <summary>Null when there is no tenant with this domain, or it is deactivated.</summary>
    Task<Tenant?> FindTenantAsync(string domain, CancellationToken cancellationToken);

    /// <summary>Null when the tenant has no organization with this slug.</summary>
    Task<Organization?> FindAsync(TenantId tenant, string slug, CancellationToken cancellationToken);

    /// <summary>Null when the tenant has no such organization.</summary>
    Task<Organization?> FindAsync(TenantId tenant, OrganizationId id, CancellationToken cancellationToken);
}
