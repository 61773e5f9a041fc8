using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.ModuleX;

internal sealed record AvailableIntegrationsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("tools")] IReadOnlyList<AvailableIntegration> Tools,
    [property: JsonPropertyName("total")] int Total);

/// <param name="Logo">An image; null where the tool has none.</param>
/// <param name="AppUrl">Where a person uses the tool by hand; null where there is no such place.</param>
internal sealed record AvailableIntegration(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("display_name")] string DisplayName,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("author")] string Author,
    [property: JsonPropertyName("categories")] IReadOnlyList<string> Categories,
    [property: JsonPropertyName("logo")] string? Logo,
    [property: JsonPropertyName("app_url")] string? AppUrl,
    [property: JsonPropertyName("actions")] IReadOnlyList<IntegrationAction> Actions,
    [property: JsonPropertyName("environment_variables")] IReadOnlyList<IntegrationVariable> EnvironmentVariables);

internal sealed record IntegrationAction(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description);

/// <param name="SampleFormat">What a value looks like; null where the manifest does not say.</param>
internal sealed record IntegrationVariable(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("sample_format")] string? SampleFormat);

internal sealed record InstalledIntegrationsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("tools")] IReadOnlyList<InstalledIntegration> Tools,
    [property: JsonPropertyName("total")] int Total);

/// <param name="IsActive">False where the organization has switched it off.</param>
/// <param name="ConfigData">Secrets are *** for who does not administer the organization.</param>
internal sealed record InstalledIntegration(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("display_name")] string DisplayName,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("installed_at")] string InstalledAt,
    [property: JsonPropertyName("config_data")] JsonObject ConfigData);

internal sealed record NotInstalledIntegrationsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("tools")] IReadOnlyList<NotInstalledIntegration> Tools,
    [property: JsonPropertyName("total")] int Total);

internal sealed record NotInstalledIntegration(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("display_name")] string DisplayName,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("categories")] IReadOnlyList<string> Categories);

/// <param name="ToolName">A tool of the catalogue.</param>
/// <param name="ConfigData">An object of the organization's choice; empty where it is left out.</param>
internal sealed record InstallIntegrationRequest(
    [property: JsonPropertyName("tool_name"), MaxLength(64)] string ToolName,
    [property: JsonPropertyName("config_data")] JsonElement? ConfigData = null)
{
    public override string ToString() => $"{ToolName} ***";
}

internal sealed record InstallIntegrationResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("tool_name")] string ToolName,
    [property: JsonPropertyName("installed_at")] string InstalledAt);

/// <summary>Something that was done about a tool of the organization.</summary>
internal sealed record IntegrationDoneResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("tool_name")] string ToolName);

/// <param name="ConfigData">The whole object: it replaces the old one. A secret that is sent as *** keeps its value.</param>
internal sealed record IntegrationConfigRequest([property: JsonPropertyName("config_data")] JsonElement ConfigData)
{
    public override string ToString() => "***";
}

internal sealed record IntegrationConfigResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("tool_name")] string ToolName,
    [property: JsonPropertyName("config_data")] JsonObject ConfigData);

/// <param name="EnvironmentVariables">Values by the names of the tool's manifest; null or empty takes a value away. Values are never shown again.</param>
internal sealed record IntegrationEnvironmentRequest([property: JsonPropertyName("environment_variables")] IReadOnlyDictionary<string, string?> EnvironmentVariables)
{
    public override string ToString() => "***";
}

/// <param name="EnvironmentConfigured">Every required variable has a value, of the organization or of the server.</param>
internal sealed record AdminInstallIntegrationResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("tool_name")] string ToolName,
    [property: JsonPropertyName("environment_configured")] bool EnvironmentConfigured,
    [property: JsonPropertyName("installed_at")] string InstalledAt);

/// <param name="UpdatedVariables">The names that were sent, sorted.</param>
internal sealed record IntegrationEnvironmentResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("tool_name")] string ToolName,
    [property: JsonPropertyName("updated_variables")] IReadOnlyList<string> UpdatedVariables);
