using ModuleX.Application.Paging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>Reads organizations. Changes nothing; deleted ones are not there.</summary>
public interface IOrganizationDirectory
{
    Task<OrganizationView?> FindAsync(TenantId tenant, OrganizationId id, CancellationToken cancellationToken);

    Task<OrganizationView?> FindBySlugAsync(TenantId tenant, string slug, CancellationToken cancellationToken);

    /// <param name="domain">Without regard to case.</param>
    Task<OrganizationView?> FindByDomainAsync(TenantId tenant, string domain, CancellationToken cancellationToken);

    /// <summary>Ordered by slug.</summary>
    Task<Page<OrganizationView>> ListAsync(TenantId tenant, OrganizationFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <param name="organization">One of the tenant's.</param>
    Task<OrganizationStatisticsView> MeasureAsync(TenantId tenant, OrganizationId organization, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Which organizations; null does not matter.</summary>
/// <param name="Search">A part of the name or slug, without regard to case.</param>
/// <param name="Among">Only these.</param>
public sealed record OrganizationFilter(string? Search = null, bool? IsActive = null, IReadOnlyCollection<OrganizationId>? Among = null);
