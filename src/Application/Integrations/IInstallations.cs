using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Integrations;

/// <summary>Counts over installed tools, which no specification says.</summary>
public interface IInstallations
{
    /// <summary>How many members of the organization have connected each tool; tools that no member has are left out.</summary>
    Task<IReadOnlyDictionary<string, int>> CountUsersAsync(TenantId tenant, OrganizationId organization, CancellationToken cancellationToken);

    /// <summary>The tools that any organization of any tenant has installed, each once, ordered.</summary>
    Task<IReadOnlyList<string>> ListToolsOfAllAsync(CancellationToken cancellationToken);
}
