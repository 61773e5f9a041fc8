using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Modules;

namespace ModuleX.Api.Surfaces.Platform;

/// <param name="Modules">Installed or not, by name.</param>
internal sealed record ModuleListResponse(IReadOnlyList<ModuleResponse> Modules);

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
    IReadOnlyDictionary<string, string> Settings);

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

/// <param name="Modules">Those that are looked for, by name.</param>
/// <param name="Categories">Of all modules.</param>
/// <param name="Tags">Of all modules.</param>
internal sealed record MarketplaceResponse(
    IReadOnlyList<MarketplaceModuleResponse> Modules,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> Tags);

/// <param name="Downloads">How often it was installed, on the platform or for an organization.</param>
/// <param name="Rating">The average of all ratings from 1 to 5, with two decimals; 0 where nobody has rated it.</param>
internal sealed record MarketplaceModuleResponse(
    string Id,
    string Name,
    string Description,
    string LatestVersion,
    string Author,
    long Downloads,
    double Rating,
    IReadOnlyList<string> Dependencies,
    IReadOnlyList<string> Tags);

/// <param name="Rating">1 to 5.</param>
[LimitsOf(typeof(RateModuleCommand))]
internal sealed record RatingRequest(int Rating);
