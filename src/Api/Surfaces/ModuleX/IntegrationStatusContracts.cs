using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="SyncedCount">How many tools the catalogue has.</param>
internal sealed record SyncIntegrationsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("synced_count")] int SyncedCount);

internal sealed record IntegrationSchemaResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("tool_name")] string ToolName,
    [property: JsonPropertyName("schema")] IntegrationSchema Schema);

/// <param name="AuthType">oauth2, client_credentials, api_key, basic, bearer, manual or none: the preferred way to connect.</param>
internal sealed record IntegrationSchema(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("display_name")] string DisplayName,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("auth_type"), AllowedValues("oauth2", "client_credentials", "api_key", "basic", "bearer", "manual", "none")] string AuthType,
    [property: JsonPropertyName("actions")] IReadOnlyList<IntegrationActionSchema> Actions,
    [property: JsonPropertyName("environment_variables")] IReadOnlyList<IntegrationVariableSchema> EnvironmentVariables);

/// <param name="Parameters">A JSON Schema of an object.</param>
internal sealed record IntegrationActionSchema(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("parameters")] JsonElement Parameters);

internal sealed record IntegrationVariableSchema(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("required")] bool Required);

internal sealed record IntegrationStatusResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("status")] IntegrationStatus Status);

/// <param name="TotalAvailable">Tools of the catalogue.</param>
/// <param name="TotalInstalled">Those of them that the organization has installed.</param>
/// <param name="InstallationRate">Their part in percent, to one decimal.</param>
internal sealed record IntegrationStatus(
    [property: JsonPropertyName("total_available")] int TotalAvailable,
    [property: JsonPropertyName("total_installed")] int TotalInstalled,
    [property: JsonPropertyName("installation_rate")] double InstallationRate,
    [property: JsonPropertyName("integrations")] IReadOnlyList<ToolInstallation> Integrations);

/// <param name="UserCount">Users of the organization who have connected the tool.</param>
internal sealed record ToolInstallation(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("display_name")] string DisplayName,
    [property: JsonPropertyName("is_installed")] bool IsInstalled,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("user_count")] int UserCount);

internal sealed record IntegrationAdminStatusResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("admin_status")] IntegrationAdminStatus AdminStatus);

/// <param name="TotalInstalled">Tools that the organization has installed, those that left the catalogue among them.</param>
/// <param name="EnvironmentConfigured">Installed tools that have all of their required variables, of the organization or of the server.</param>
/// <param name="MissingEnvironment">The names of installed tools that lack some.</param>
/// <param name="InstallationHealth">good: every installed tool has what it needs, and no manifest has problems; poor: half of them or more have not, or left the catalogue; degraded: all between.</param>
/// <param name="LastSync">When the organization last synced; null for never.</param>
internal sealed record IntegrationAdminStatus(
    [property: JsonPropertyName("total_available")] int TotalAvailable,
    [property: JsonPropertyName("total_installed")] int TotalInstalled,
    [property: JsonPropertyName("environment_configured")] int EnvironmentConfigured,
    [property: JsonPropertyName("missing_environment")] IReadOnlyList<string> MissingEnvironment,
    [property: JsonPropertyName("installation_health")] string InstallationHealth,
    [property: JsonPropertyName("last_sync")] string? LastSync);
