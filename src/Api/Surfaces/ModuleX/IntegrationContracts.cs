using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModuleX.Api.Surfaces.ModuleX;

internal sealed record AvailableIntegrationsResponse(
    bool Success,
    string OrganizationId,
    IReadOnlyList<AvailableIntegration> Tools,
    int Total);

/// <param name="Logo">An image; null where the tool has none.</param>
/// <param name="AppUrl">Where a person uses the tool by hand; null where there is no such place.</param>
internal sealed record AvailableIntegration(
    string Name,
    string DisplayName,
    string Description,
    string Version,
    string Author,
    IReadOnlyList<string> Categories,
    string? Logo,
    string? AppUrl,
    IReadOnlyList<IntegrationAction> Actions,
    IReadOnlyList<IntegrationVariable> EnvironmentVariables);

internal sealed record IntegrationAction(string Name, string Description);

/// <param name="SampleFormat">What a value looks like; null where the manifest does not say.</param>
internal sealed record IntegrationVariable(string Name, string Description, string? SampleFormat);

internal sealed record InstalledIntegrationsResponse(
    bool Success,
    string OrganizationId,
    IReadOnlyList<InstalledIntegration> Tools,
    int Total);

/// <param name="IsActive">False where the organization has switched it off.</param>
/// <param name="ConfigData">Secrets are *** for who does not administer the organization.</param>
internal sealed record InstalledIntegration(
    string Name,
    string DisplayName,
    string Description,
    bool IsActive,
    DateTimeOffset InstalledAt,
    JsonObject ConfigData);

internal sealed record NotInstalledIntegrationsResponse(
    bool Success,
    string OrganizationId,
    IReadOnlyList<NotInstalledIntegration> Tools,
    int Total);

internal sealed record NotInstalledIntegration(
    string Name,
    string DisplayName,
    string Description,
    string Version,
    IReadOnlyList<string> Categories);

/// <param name="ToolName">A tool of the catalog.</param>
/// <param name="ConfigData">An object of the organization's choice; empty where it is left out.</param>
internal sealed record InstallIntegrationRequest(
    [property: MaxLength(64)] string ToolName,
    JsonElement? ConfigData = null)
{
    public override string ToString() => $"{ToolName} ***";
}

internal sealed record InstallIntegrationResponse(
    bool Success,
    string Message,
    string OrganizationId,
    string ToolName,
    DateTimeOffset InstalledAt);

/// <summary>Something that was done about a tool of the organization.</summary>
internal sealed record IntegrationDoneResponse(bool Success, string Message, string OrganizationId, string ToolName);

/// <param name="ConfigData">The whole object: it replaces the old one. A secret that is sent as *** keeps its value.</param>
internal sealed record IntegrationConfigRequest(JsonElement ConfigData)
{
    public override string ToString() => "***";
}

internal sealed record IntegrationConfigResponse(
    bool Success,
    string OrganizationId,
    string ToolName,
    JsonObject ConfigData);

/// <param name="EnvironmentVariables">Values by the names of the tool's manifest; null or empty takes a value away. Values are never shown again.</param>
internal sealed record IntegrationEnvironmentRequest(IReadOnlyDictionary<string, string?> EnvironmentVariables)
{
    public override string ToString() => "***";
}

/// <param name="EnvironmentConfigured">Every required variable has a value, of the organization or of the server.</param>
internal sealed record AdminInstallIntegrationResponse(
    bool Success,
    string Message,
    string OrganizationId,
    string ToolName,
    bool EnvironmentConfigured,
    DateTimeOffset InstalledAt);

/// <param name="UpdatedVariables">The names that were sent, sorted.</param>
internal sealed record IntegrationEnvironmentResponse(
    bool Success,
    string Message,
    string OrganizationId,
    string ToolName,
    IReadOnlyList<string> UpdatedVariables);
