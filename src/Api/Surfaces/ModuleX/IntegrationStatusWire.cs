using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using ModuleX.Api.Hosting;
using ModuleX.Application.Integrations;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="SyncedCount">How many tools the catalog has.</param>
internal sealed record SyncIntegrationsResponse(bool Success, string Message, int SyncedCount)
{
    public static SyncIntegrationsResponse Of(SyncedView synced) => new(true, "Integration sync completed successfully", synced.Tools);
}

internal sealed record IntegrationSchemaResponse(bool Success, string ToolName, IntegrationSchema Schema)
{
    public static IntegrationSchemaResponse Of(ToolDefinition tool) => new(true, tool.Name, new(
        tool.Name, tool.DisplayName, tool.Description, tool.Version, tool.Auth[0].WireName,
        [.. tool.Actions.Select(action => new IntegrationActionSchema(action.Name, action.Description, action.Parameters.Source))],
        [.. tool.EnvironmentVariables.Select(variable => new IntegrationVariableSchema(variable.Name, variable.Description, variable.IsRequired))]));
}

/// <param name="AuthType">oauth2, client_credentials, api_key, basic, bearer, manual or none: the preferred way to connect.</param>
internal sealed record IntegrationSchema(
    string Name,
    string DisplayName,
    string Description,
    string Version,
    [property: AllowedValues("oauth2", "client_credentials", "api_key", "basic", "bearer", "manual", "none")] string AuthType,
    IReadOnlyList<IntegrationActionSchema> Actions,
    IReadOnlyList<IntegrationVariableSchema> EnvironmentVariables);

/// <param name="Parameters">A JSON Schema of an object.</param>
internal sealed record IntegrationActionSchema(string Name, string Description, JsonElement Parameters);

internal sealed record IntegrationVariableSchema(string Name, string Description, bool Required);

internal sealed record IntegrationStatusResponse(bool Success, OrganizationId OrganizationId, IntegrationStatus Status)
{
    public static IntegrationStatusResponse Of(IReadOnlyList<ToolStatusView> tools, OrganizationOfRequest organization)
    {
        var installed = tools.Count(tool => tool.IsInstalled);
        var rate = tools.Count == 0 ? 0 : Math.Round(100.0 * installed / tools.Count, 1);
        return new(true, organization.Id, new(
            tools.Count, installed, rate,
            [.. tools.Select(tool => new ToolInstallation(tool.Tool.Name, tool.Tool.DisplayName, tool.IsInstalled, tool.IsActive, tool.Users))]));
    }
}

/// <param name="TotalAvailable">Tools of the catalog.</param>
/// <param name="TotalInstalled">Those of them that the organization has installed.</param>
/// <param name="InstallationRate">Their part in percent, to one decimal.</param>
internal sealed record IntegrationStatus(
    int TotalAvailable,
    int TotalInstalled,
    double InstallationRate,
    IReadOnlyList<ToolInstallation> Integrations);

/// <param name="UserCount">Users of the organization who have connected the tool.</param>
internal sealed record ToolInstallation(
    string Name,
    string DisplayName,
    bool IsInstalled,
    bool IsActive,
    int UserCount);

internal sealed record IntegrationAdminStatusResponse(
    bool Success,
    OrganizationId OrganizationId,
    IntegrationAdminStatus AdminStatus)
{
    public static IntegrationAdminStatusResponse Of(IntegrationAdminView view, OrganizationOfRequest organization) =>
        new(true, organization.Id, new(
        view.Available, view.Installed, view.Configured, view.Missing, WordOf(view.Health), view.LastSyncAt));

    private static string WordOf(IntegrationHealth health) => health switch
    {
        IntegrationHealth.Good => "good",
        IntegrationHealth.Degraded => "degraded",
        _ => "poor",
    };
}

/// <param name="TotalInstalled">Tools that the organization has installed, those that left the catalog among them.</param>
/// <param name="EnvironmentConfigured">Installed tools that have all of their required variables, of the organization or of the server.</param>
/// <param name="MissingEnvironment">The names of installed tools that lack some.</param>
/// <param name="InstallationHealth">good: every installed tool has what it needs, and no manifest has problems; poor: half of them or more have not,
/// or left the catalog; degraded: all between.</param>
/// <param name="LastSync">When the organization last synced; null for never.</param>
internal sealed record IntegrationAdminStatus(
    int TotalAvailable,
    int TotalInstalled,
    int EnvironmentConfigured,
    IReadOnlyList<string> MissingEnvironment,
    string InstallationHealth,
    DateTimeOffset? LastSync);
