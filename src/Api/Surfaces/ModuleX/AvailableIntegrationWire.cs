using ModuleX.Api.Hosting;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

internal sealed record AvailableIntegrationsResponse(
    bool Success,
    OrganizationId OrganizationId,
    IReadOnlyList<AvailableIntegration> Tools,
    int Total)
{
    public static AvailableIntegrationsResponse Of(ToolCatalog catalog, OrganizationOfRequest organization) => new(
        true, organization.Id, [.. catalog.Tools.Select(AvailableIntegration.Of)], catalog.Tools.Length);
}

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
    IReadOnlyList<IntegrationVariable> EnvironmentVariables)
{
    public static AvailableIntegration Of(ToolDefinition tool) => new(
        tool.Name, tool.DisplayName, tool.Description, tool.Version, tool.Author, tool.Categories, tool.Logo, tool.AppUrl,
        [.. tool.Actions.Select(action => new IntegrationAction(action.Name, action.Description))],
        [.. tool.EnvironmentVariables.Select(variable => new IntegrationVariable(variable.Name, variable.Description, variable.SampleFormat))]);
}

internal sealed record IntegrationAction(string Name, string Description);

/// <param name="SampleFormat">What a value looks like; null where the manifest does not say.</param>
internal sealed record IntegrationVariable(string Name, string Description, string? SampleFormat);

internal sealed record NotInstalledIntegrationsResponse(
    bool Success,
    OrganizationId OrganizationId,
    IReadOnlyList<NotInstalledIntegration> Tools,
    int Total)
{
    public static NotInstalledIntegrationsResponse Of(IReadOnlyList<ToolDefinition> tools, OrganizationOfRequest organization) => new(
        true, organization.Id,
        [.. tools.Select(tool => new NotInstalledIntegration(tool.Name, tool.DisplayName, tool.Description, tool.Version, tool.Categories))], tools.Count);
}

internal sealed record NotInstalledIntegration(
    string Name,
    string DisplayName,
    string Description,
    string Version,
    IReadOnlyList<string> Categories);
