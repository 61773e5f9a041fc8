using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Integrations;

/// <summary>The tools of the catalog that an organization could still install, ordered by name.</summary>
public sealed record ListNotInstalledIntegrationsQuery(TenantId Tenant, OrganizationId Organization) : IQuery<IReadOnlyList<ToolDefinition>>;

internal sealed class ListNotInstalledIntegrationsHandler(IToolCatalog catalog, IReader<Integration> integrations)
    : IQueryHandler<ListNotInstalledIntegrationsQuery, IReadOnlyList<ToolDefinition>>
{
    public async Task<Result<IReadOnlyList<ToolDefinition>>> Handle(ListNotInstalledIntegrationsQuery query, CancellationToken cancellationToken)
    {
        var installed = (await integrations.ListAsync(query.Tenant, new IntegrationsSpec(query.Organization), cancellationToken))
            .Select(integration => integration.Tool).ToHashSet();
        return catalog.Current.Tools.Where(tool => !installed.Contains(tool.Name)).ToList();
    }
}
