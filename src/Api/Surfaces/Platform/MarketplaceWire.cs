using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Modules;

namespace ModuleX.Api.Surfaces.Platform;

/// <param name="Modules">Those that are looked for, by name.</param>
/// <param name="Categories">Of all modules.</param>
/// <param name="Tags">Of all modules.</param>
internal sealed record MarketplaceResponse(
    IReadOnlyList<MarketplaceModuleResponse> Modules,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> Tags)
{
    public static MarketplaceResponse Of(MarketplaceView view) => new([.. view.Modules.Select(MarketplaceModuleResponse.Of)], view.Categories, view.Tags);
}

/// <param name="Downloads">How often it was installed, on the platform or for an organization.</param>
/// <param name="Rating">The average of all ratings from 1 to 5, with two decimals; 0 without a rating.</param>
internal sealed record MarketplaceModuleResponse(
    string Id,
    string Name,
    string Description,
    string LatestVersion,
    string Author,
    long Downloads,
    double Rating,
    IReadOnlyList<string> Dependencies,
    IReadOnlyList<string> Tags)
{
    public static MarketplaceModuleResponse Of(MarketplaceModuleView view) => new(
        view.Tool.Name, view.Tool.DisplayName, view.Tool.Description, view.Tool.Version, view.Tool.Author, view.Installs, view.Stars,
        view.Tool.Dependencies, view.Tool.Tags);
}

/// <param name="Rating">1 to 5.</param>
[LimitsOf(typeof(RateModuleCommand))]
internal sealed record RatingRequest(int Rating);
