using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Integrations;

/// <summary>Reads installed tools. Changes nothing.</summary>
public interface IIntegrationDirectory
{
    /// <summary>Null where the organization has not installed the tool.</summary>
    Task<Integration?> FindAsync(TenantId tenant, OrganizationId organization, string tool, CancellationToken cancellationToken);

    /// <summary>Ordered by tool; those that are switched off too.</summary>
    Task<IReadOnlyList<Integration>> ListAsync(TenantId tenant, OrganizationId organization, CancellationToken cancellationToken);

    /// <summary>How many members of the organization have connected each tool; tools that nobody has are left out.</summary>
    Task<IReadOnlyDictionary<string, int>> CountUsersAsync(TenantId tenant, OrganizationId organization, CancellationToken cancellationToken);

    /// <summary>When the organization's tools were last brought in line with the catalog; null for never.</summary>
    Task<DateTimeOffset?> FindLastSyncAsync(TenantId tenant, OrganizationId organization, CancellationToken cancellationToken);

    /// <summary>The tools that any organization of any tenant has installed, each once, ordered.</summary>
    Task<IReadOnlyList<string>> ListToolsOfAllAsync(CancellationToken cancellationToken);
}
