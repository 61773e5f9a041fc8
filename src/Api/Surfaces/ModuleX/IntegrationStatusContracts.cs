using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="SyncedCount">How many tools the catalog has.</param>
internal sealed record SyncIntegrationsResponse(bool Success, string Message, int SyncedCount);

internal sealed record IntegrationSchemaResponse(bool Success, string ToolName, IntegrationSchema Schema);

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

internal sealed record IntegrationStatusResponse(bool Success, string OrganizationId, IntegrationStatus Status);

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
    string OrganizationId,
    IntegrationAdminStatus AdminStatus);

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
