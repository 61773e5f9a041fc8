using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Integrations;

/// <summary>The installed tools of a unit of work's tenant. What is found may be changed; the commit writes it.</summary>
public interface IIntegrationStore
{
    Task<Integration?> FindAsync(OrganizationId organization, string tool, CancellationToken cancellationToken);

    /// <summary>The names of the organization's installed tools, those that are switched off among them.</summary>
    Task<IReadOnlySet<string>> ListToolsAsync(OrganizationId organization, CancellationToken cancellationToken);

    void Add(Integration integration);

    void Remove(Integration integration);

    /// <summary>Takes away all tools of an organization with what is sealed in them.</summary>
    Task RemoveAllAsync(OrganizationId organization, CancellationToken cancellationToken);
}
