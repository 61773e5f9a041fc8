using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Integrations;

/// <summary>Knows which tools an organization has installed: from memory on the path of a run, and never more than a second behind a change.</summary>
public interface IInstalledTools
{
    /// <summary>NotFound: the tool is not installed for the organization. Forbidden: it is switched off there.</summary>
    ValueTask<Result<Done>> RequireAsync(TenantId tenant, OrganizationId organization, string tool, CancellationToken cancellationToken);

    /// <summary>The names of the tools that are installed and switched on.</summary>
    ValueTask<IReadOnlySet<string>> ListAsync(TenantId tenant, OrganizationId organization, CancellationToken cancellationToken);
}
