using ModuleX.Application.Modules;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Between document 5's wire records of modules and the use cases.</summary>
internal static class ModuleMapping
{
    public static ModuleListResponse ToWire(this IReadOnlyList<ModuleView> modules) => new([.. modules.Select(ToWire)]);

    public static ModuleResponse ToWire(this ModuleView view) => new(
        view.Tool.Name, view.Tool.DisplayName, view.Tool.Description, view.Tool.Version, view.Tool.Author, view.Tool.Dependencies,
        view.IsInstalled ? "installed" : "available", view.Settings);

    public static MarketplaceResponse ToWire(this MarketplaceView view) => new([.. view.Modules.Select(ToWire)], view.Categories, view.Tags);

    public static MarketplaceModuleResponse ToWire(this MarketplaceModuleView view) => new(
        view.Tool.Name, view.Tool.DisplayName, view.Tool.Description, view.Tool.Version, view.Tool.Author, view.Installs, view.Stars,
        view.Tool.Dependencies, view.Tool.Tags);
}
