using ModuleX.Application.Integrations;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Integrations;

internal sealed class InstalledTools(OrganizationToolsCache organizations) : IInstalledTools
{
    public async ValueTask<Result<Done>> RequireAsync(TenantId tenant, OrganizationId organization, string tool, CancellationToken cancellationToken) =>
        (await organizations.GetAsync(tenant, organization, cancellationToken)).Find(tool) is { } integration ? integration.RequireActive()
            : IntegrationErrors.NotInstalled(tool);

    public async ValueTask<IReadOnlySet<string>> ListAsync(TenantId tenant, OrganizationId organization, CancellationToken cancellationToken) =>
        (await organizations.GetAsync(tenant, organization, cancellationToken)).Active;
}
