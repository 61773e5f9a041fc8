using System.Text.Json.Nodes;
using ModuleX.Api.Hosting;
using ModuleX.Application.Integrations;
using ModuleX.Domain.Catalog;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Between the wire records of an organization's tools and the use cases.</summary>
internal static class IntegrationMapping
{
    public static AvailableIntegrationsResponse ToAvailable(this ToolCatalog catalog, OrganizationOfRequest organization) => new(
        true, organization.Id.ToString(), [.. catalog.Tools.Select(ToAvailable)], catalog.Tools.Length);

    public static InstalledIntegrationsResponse ToWire(this IReadOnlyList<IntegrationView> integrations, OrganizationOfRequest organization) => new(
        true, organization.Id.ToString(), [.. integrations.Select(ToWire)], integrations.Count);

    public static NotInstalledIntegrationsResponse ToNotInstalled(this IReadOnlyList<ToolDefinition> tools, OrganizationOfRequest organization) => new(
        true, organization.Id.ToString(),
        [.. tools.Select(tool => new NotInstalledIntegration(tool.Name, tool.DisplayName, tool.Description, tool.Version, tool.Categories))], tools.Count);

    public static InstallIntegrationResponse ToInstalled(this InstalledView view, OrganizationOfRequest organization) => new(
        true, $"Tool '{view.Tool}' installed successfully for organization", organization.Id.ToString(), view.Tool, view.InstalledAt);

    public static AdminInstallIntegrationResponse ToAdminInstalled(this InstalledView view, OrganizationOfRequest organization) => new(
        true, $"Tool '{view.Tool}' installed successfully with admin configuration", organization.Id.ToString(), view.Tool, view.IsConfigured,
        view.InstalledAt);

    public static IntegrationDoneResponse ToWire(this UninstallIntegrationCommand command) => new(
        true, $"Tool '{command.Tool}' uninstalled successfully from organization", command.Organization.ToString(), command.Tool);

    public static IntegrationDoneResponse ToWire(this UpdateIntegrationConfigCommand command) => new(
        true, $"Configuration updated successfully for tool '{command.Tool}'", command.Organization.ToString(), command.Tool);

    public static IntegrationConfigResponse ToWire(this JsonObject config, GetIntegrationConfigQuery query) =>
        new(true, query.Organization.ToString(), query.Tool, config);

    public static IntegrationEnvironmentResponse ToWire(this IReadOnlyList<string> names, UpdateIntegrationEnvironmentCommand command) => new(
        true, $"Environment variables updated successfully for tool '{command.Tool}'", command.Organization.ToString(), command.Tool, names);

    public static SyncIntegrationsResponse ToWire(this SyncedView synced) => new(true, "Integration sync completed successfully", synced.Tools);

    public static IntegrationSchemaResponse ToSchema(this ToolDefinition tool) => new(true, tool.Name, new(
        tool.Name, tool.DisplayName, tool.Description, tool.Version, tool.Auth[0].WireName,
        [.. tool.Actions.Select(action => new IntegrationActionSchema(action.Name, action.Description, action.Parameters.Source))],
        [.. tool.EnvironmentVariables.Select(variable => new IntegrationVariableSchema(variable.Name, variable.Description, variable.IsRequired))]));

    public static IntegrationStatusResponse ToWire(this IReadOnlyList<ToolStatusView> tools, OrganizationOfRequest organization)
    {
        var installed = tools.Count(tool => tool.IsInstalled);
        var rate = tools.Count == 0 ? 0 : Math.Round(100.0 * installed / tools.Count, 1);
        return new(true, organization.Id.ToString(), new(
            tools.Count, installed, rate,
            [.. tools.Select(tool => new ToolInstallation(tool.Tool.Name, tool.Tool.DisplayName, tool.IsInstalled, tool.IsActive, tool.Users))]));
    }

    public static IntegrationAdminStatusResponse ToWire(this IntegrationAdminView view, OrganizationOfRequest organization) =>
        new(true, organization.Id.ToString(), new(
        view.Available, view.Installed, view.Configured, view.Missing, WordOf(view.Health), view.LastSyncAt));

    private static AvailableIntegration ToAvailable(ToolDefinition tool) => new(
        tool.Name, tool.DisplayName, tool.Description, tool.Version, tool.Author, tool.Categories, tool.Logo, tool.AppUrl,
        [.. tool.Actions.Select(action => new IntegrationAction(action.Name, action.Description))],
        [.. tool.EnvironmentVariables.Select(variable => new IntegrationVariable(variable.Name, variable.Description, variable.SampleFormat))]);

    /// <summary>A tool that has left the catalog has nothing but its name.</summary>
    private static InstalledIntegration ToWire(IntegrationView view) => new(
        view.Name, view.Tool?.DisplayName ?? view.Name, view.Tool?.Description ?? "", view.IsActive, view.InstalledAt, view.Config);

    private static string WordOf(IntegrationHealth health) => health switch
    {
        IntegrationHealth.Good => "good",
        IntegrationHealth.Degraded => "degraded",
        _ => "poor",
    };
}
