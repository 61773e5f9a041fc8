using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Integrations;

/// <summary>Whether an organization's tools have what they need.</summary>
public sealed record GetIntegrationAdminStatusQuery(TenantId Tenant, OrganizationId Organization) : IQuery<IntegrationAdminView>;

/// <summary>The tools of an organization in numbers.</summary>
/// <param name="Configured">Installed tools that have all of their required variables, of the organization or of the server.</param>
/// <param name="Missing">Installed tools that lack some, by name.</param>
/// <param name="Gone">Installed tools that have left the catalog.</param>
/// <param name="IsCatalogWhole">Every manifest was taken without a problem.</param>
/// <param name="LastSyncAt">Null for never.</param>
public sealed record IntegrationAdminView(
    int Available, int Installed, int Configured, IReadOnlyList<string> Missing, int Gone, bool IsCatalogWhole, DateTimeOffset? LastSyncAt)
{
    /// <summary>
    /// Good: every installed tool can be used, and no manifest has problems. Poor: half of the installed tools or more can't be used. Degraded: all between.
    /// </summary>
    public IntegrationHealth Health => (Missing.Count + Gone) switch
    {
        0 => IsCatalogWhole ? IntegrationHealth.Good : IntegrationHealth.Degraded,
        var unusable => unusable * 2 >= Installed ? IntegrationHealth.Poor : IntegrationHealth.Degraded,
    };
}

/// <summary>How an organization's tools are, from the best.</summary>
public enum IntegrationHealth
{
    Good,
    Degraded,
    Poor,
}

internal sealed class GetIntegrationAdminStatusHandler(
    IToolCatalog catalog, IReader<Integration> integrations, IReader<Organization> organizations, ToolEnvironment environment)
    : IQueryHandler<GetIntegrationAdminStatusQuery, IntegrationAdminView>
{
    public async Task<Result<IntegrationAdminView>> Handle(GetIntegrationAdminStatusQuery query, CancellationToken cancellationToken)
    {
        var installed = await integrations.ListAsync(query.Tenant, new IntegrationsSpec(query.Organization), cancellationToken);
        var (configured, gone, missing) = (0, 0, new List<string>());
        foreach (var integration in installed)
        {
            if (catalog.FindTool(integration.Tool).Failed(out _, out var tool)) gone++;
            else if (environment.IsComplete(tool, integration.VariableNames)) configured++;
            else missing.Add(integration.Tool);
        }
        var syncedAt = (await organizations.FindAsync(query.Tenant, new OrganizationByIdSpec(query.Organization), cancellationToken))?.ToolsSyncedAt;
        return new IntegrationAdminView(catalog.Current.Tools.Length, installed.Count, configured, missing, gone, catalog.IsWhole, syncedAt);
    }
}
