using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Api.Hosting;
using ModuleX.Application.Integrations;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

internal sealed record InstalledIntegrationsResponse(
    bool Success,
    OrganizationId OrganizationId,
    IReadOnlyList<InstalledIntegration> Tools,
    int Total)
{
    public static InstalledIntegrationsResponse Of(IReadOnlyList<IntegrationView> integrations, OrganizationOfRequest organization) => new(
        true, organization.Id, [.. integrations.Select(InstalledIntegration.Of)], integrations.Count);
}

/// <param name="IsActive">False where the organization has switched it off.</param>
/// <param name="ConfigData">Secrets are *** for who does not administer the organization.</param>
internal sealed record InstalledIntegration(
    string Name,
    string DisplayName,
    string Description,
    bool IsActive,
    DateTimeOffset InstalledAt,
    JsonObject ConfigData)
{
    /// <summary>A tool that has left the catalog has nothing but its name.</summary>
    public static InstalledIntegration Of(IntegrationView view) => new(
        view.Name, view.Tool?.DisplayName ?? view.Name, view.Tool?.Description ?? "", view.IsActive, view.InstalledAt, view.Config);
}

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
    OrganizationId OrganizationId,
    string ToolName,
    DateTimeOffset InstalledAt)
{
    public static InstallIntegrationResponse Of(InstalledView view, OrganizationOfRequest organization) => new(
        true, $"Tool '{view.Tool}' installed successfully for organization", organization.Id, view.Tool, view.InstalledAt);
}

/// <summary>Something that was done about a tool of the organization.</summary>
internal sealed record IntegrationDoneResponse(bool Success, string Message, OrganizationId OrganizationId, string ToolName)
{
    public static IntegrationDoneResponse Of(UninstallIntegrationCommand command) => new(
        true, $"Tool '{command.Tool}' uninstalled successfully from organization", command.Organization, command.Tool);

    public static IntegrationDoneResponse Of(UpdateIntegrationConfigCommand command) => new(
        true, $"Configuration updated successfully for tool '{command.Tool}'", command.Organization, command.Tool);
}

/// <param name="ConfigData">The whole object: it replaces the old one. A secret that is sent as *** keeps its value.</param>
internal sealed record IntegrationConfigRequest(JsonElement ConfigData)
{
    public override string ToString() => "***";
}

internal sealed record IntegrationConfigResponse(
    bool Success,
    OrganizationId OrganizationId,
    string ToolName,
    JsonObject ConfigData)
{
    public static IntegrationConfigResponse Of(JsonObject config, GetIntegrationConfigQuery query) =>
        new(true, query.Organization, query.Tool, config);
}

/// <param name="EnvironmentVariables">Values by the names of the tool's manifest; null or empty takes a value away. Values are never shown again.</param>
internal sealed record IntegrationEnvironmentRequest(IReadOnlyDictionary<string, string?> EnvironmentVariables)
{
    public override string ToString() => "***";
}

/// <param name="EnvironmentConfigured">Every required variable has a value, of the organization or of the server.</param>
internal sealed record AdminInstallIntegrationResponse(
    bool Success,
    string Message,
    OrganizationId OrganizationId,
    string ToolName,
    bool EnvironmentConfigured,
    DateTimeOffset InstalledAt)
{
    public static AdminInstallIntegrationResponse Of(InstalledView view, OrganizationOfRequest organization) => new(
        true, $"Tool '{view.Tool}' installed successfully with admin configuration", organization.Id, view.Tool, view.IsConfigured,
        view.InstalledAt);
}

/// <param name="UpdatedVariables">The names that were sent, sorted.</param>
internal sealed record IntegrationEnvironmentResponse(
    bool Success,
    string Message,
    OrganizationId OrganizationId,
    string ToolName,
    IReadOnlyList<string> UpdatedVariables)
{
    public static IntegrationEnvironmentResponse Of(IReadOnlyList<string> names, UpdateIntegrationEnvironmentCommand command) => new(
        true, $"Environment variables updated successfully for tool '{command.Tool}'", command.Organization, command.Tool, names);
}
