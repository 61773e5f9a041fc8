using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>Counts what belongs to an organization.</summary>
public interface IOrganizationStatistics
{
    /// <param name="organization">One of the tenant's.</param>
    Task<OrganizationStatisticsView> MeasureAsync(TenantId tenant, OrganizationId organization, DateTimeOffset now, CancellationToken cancellationToken);
}
