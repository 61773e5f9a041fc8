using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Integrations;

/// <summary>Every tool of the catalog with what an organization has of it.</summary>
public sealed record GetIntegrationStatusQuery(TenantId Tenant, OrganizationId Organization) : IQuery<IReadOnlyList<ToolStatusView>>;

/// <summary>A tool as an organization has it.</summary>
/// <param name="IsActive">Installed and switched on.</param>
/// <param name="Users">Members who have connected it.</param>
public sealed record ToolStatusView(ToolDefinition Tool, bool IsInstalled, bool IsActive, int Users);

internal sealed class GetIntegrationStatusHandler(IToolCatalog catalog, IReader<Integration> integrations, IInstallations installations)
    : IQueryHandler<GetIntegrationStatusQuery, IReadOnlyList<ToolStatusView>>
{
    public async Task<Result<IReadOnlyList<ToolStatusView>>> Handle(GetIntegrationStatusQuery query, CancellationToken cancellationToken)
    {
        var installed = (await integrations.ListAsync(query.Tenant, new IntegrationsSpec(query.Organization), cancellationToken))
            .ToDictionary(integration => integration.Tool);
        var users = await installations.CountUsersAsync(query.Tenant, query.Organization, cancellationToken);
        return catalog.Current.Tools.Select(tool =>
        {
            var integration = installed.GetValueOrDefault(tool.Name);
            return new ToolStatusView(tool, integration is not null, integration is { IsActive: true }, users.GetValueOrDefault(tool.Name));
        }).ToList();
    }
}
