using ModuleX.Application.Paging;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tenancy;

/// <summary>Reads tenants. Changes nothing; deleted ones are not there.</summary>
public interface ITenantDirectory
{
    Task<TenantView?> FindAsync(TenantId id, CancellationToken cancellationToken);

    /// <summary>Ordered by domain.</summary>
    Task<Page<TenantView>> ListAsync(TenantListFilter filter, PageRequest page, CancellationToken cancellationToken);
}

/// <summary>Which tenants; null does not matter.</summary>
/// <param name="Search">A part of the name or domain, without regard to case.</param>
public sealed record TenantListFilter(string? Search = null, bool? IsActive = null);
