using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using ModuleX.Application.Modules;

namespace ModuleX.Api.Surfaces.Platform;

/// <param name="Modules">Installed or not, by name.</param>
internal sealed record ModuleListResponse(IReadOnlyList<ModuleResponse> Modules)
{
    public static ModuleListResponse Of(IReadOnlyList<ModuleView> modules) => new([.. modules.Select(ModuleResponse.Of)]);
}

/// <param name="Id">The name of its tool.</param>
/// <param name="Dependencies">The modules without which it can't be used.</param>
/// <param name="Status">installed or available. Whether an installed one is switched on, the configuration says.</param>
/// <param name="Settings">Values by the names of its manifest's environment variables; secrets are ***.</param>
internal sealed record ModuleResponse(
    string Id,
    string Name,
    string Description,
    string Version,
    string Author,
    IReadOnlyList<string> Dependencies,
    [property: AllowedValues("installed", "available")] string Status,
    IReadOnlyDictionary<string, string> Settings)
{
    public static ModuleResponse Of(ModuleView view) => new(
        view.Tool.Name, view.Tool.DisplayName, view.Tool.Description, view.Tool.Version, view.Tool.Author, view.Tool.Dependencies,
        view.IsInstalled ? "installed" : "available", view.Settings);
}

/// <param name="ModuleId">A tool of the catalog.</param>
/// <param name="Version">The version that the catalog has; null for whichever that is.</param>
internal sealed record ModuleInstallRequest(
    [property: MaxLength(64)] string ModuleId,
    [property: MaxLength(64)] string? Version = null);

/// <param name="Settings">Put over what is stored: null takes a value away, and a secret that is sent as *** keeps its.</param>
/// <param name="Enabled">Whether it is switched on; null leaves as it is.</param>
internal sealed record ModuleUpdateRequest(JsonElement? Settings = null, bool? Enabled = null)
{
    public override string ToString() => "***";
}
