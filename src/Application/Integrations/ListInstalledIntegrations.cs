using ModuleX.Application.Access;
using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Integrations;

/// <summary>
/// The tools that an organization has installed, ordered by name, without those that the platform has switched off; who does not administer it sees
/// *** for the secrets of their configuration.
/// </summary>
public sealed record ListInstalledIntegrationsQuery(Caller Caller, OrganizationId Organization) : IQuery<IReadOnlyList<IntegrationView>>;

internal sealed class ListInstalledIntegrationsHandler(
    IToolCatalog catalog, IModules modules, IReader<Integration> integrations, IntegrationSecrets secrets)
    : IQueryHandler<ListInstalledIntegrationsQuery, IReadOnlyList<IntegrationView>>
{
    public async Task<Result<IReadOnlyList<IntegrationView>>> Handle(ListInstalledIntegrationsQuery query, CancellationToken cancellationToken)
    {
        var seesSecrets = query.Caller.MayAdminister(query.Organization);
        var views = new List<IntegrationView>();
        var installed = await integrations.ListAsync(query.Caller.Tenant, new IntegrationsSpec(query.Organization), cancellationToken);
        // One that has left the catalog is shown: it can only be uninstalled.
        foreach (var integration in installed.Where(one => catalog.FindTool(one.Tool).Error is null || modules.All.FindTool(one.Tool).Error is not null))
            views.Add(await ViewOfAsync(integration, seesSecrets, cancellationToken));
        return views;
    }

    private async Task<IntegrationView> ViewOfAsync(Integration integration, bool seesSecrets, CancellationToken cancellationToken)
    {
        catalog.FindTool(integration.Tool).Failed(out _, out var tool);
        // One that was changed outside must not hide the others; asked for alone, it is told of.
        var config = await secrets.OpenConfigAsync(integration, cancellationToken) ?? [];
        return new(integration.Tool, tool, integration.IsActive, integration.InstalledAt, seesSecrets ? config : ConfigSecrets.Masked(tool, config));
    }
}
