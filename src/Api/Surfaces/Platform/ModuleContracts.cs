using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Platform;

/// <param name="Modules">Installed or not, by name.</param>
internal sealed record ModuleListResponse([property: JsonPropertyName("modules")] IReadOnlyList<ModuleResponse> Modules);

/// <param name="Id">The name of its tool.</param>
/// <param name="Dependencies">The modules without which it can't be used.</param>
/// <param name="Status">installed or available. Whether an installed one is switched on, the configuration says.</param>
/// <param name="Settings">Values by the names of its manifest's environment variables; secrets are ***.</param>
internal sealed record ModuleResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("author")] string Author,
    [property: JsonPropertyName("dependencies")] IReadOnlyList<string> Dependencies,
    [property: JsonPropertyName("status"), AllowedValues("installed", "available")] string Status,
    [property: JsonPropertyName("settings")] IReadOnlyDictionary<string, string> Settings);

/// <param name="ModuleId">A tool of the catalogue.</param>
/// <param name="Version">The version that the catalogue has; null for whichever that is.</param>
internal sealed record ModuleInstallRequest(
    [property: JsonPropertyName("module_id"), MaxLength(64)] string ModuleId,
    [property: JsonPropertyName("version"), MaxLength(64)] string? Version = null);

/// <param name="Settings">Put over what is stored: null takes a value away, and a secret that is sent as *** keeps its.</param>
/// <param name="Enabled">Whether it is switched on; null leaves as it is.</param>
internal sealed record ModuleUpdateRequest(
    [property: JsonPropertyName("settings")] JsonElement? Settings = null,
    [property: JsonPropertyName("enabled")] bool? Enabled = null)
{
    public override string ToString() => "***";
}

/// <param name="Modules">Those that are looked for, by name.</param>
/// <param name="Categories">Of all modules.</param>
/// <param name="Tags">Of all modules.</param>
internal sealed record MarketplaceResponse(
    [property: JsonPropertyName("modules")] IReadOnlyList<MarketplaceModuleResponse> Modules,
    [property: JsonPropertyName("categories")] IReadOnlyList<string> Categories,
    [property: JsonPropertyName("tags")] IReadOnlyList<string> Tags);

/// <param name="Downloads">How often it was installed, on the platform or for an organization.</param>
/// <param name="Rating">The average of all ratings from 1 to 5, with two decimals; 0 where nobody has rated it.</param>
internal sealed record MarketplaceModuleResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("latest_version")] string LatestVersion,
    [property: JsonPropertyName("author")] string Author,
    [property: JsonPropertyName("downloads")] long Downloads,
    [property: JsonPropertyName("rating")] double Rating,
    [property: JsonPropertyName("dependencies")] IReadOnlyList<string> Dependencies,
    [property: JsonPropertyName("tags")] IReadOnlyList<string> Tags);

/// <param name="Rating">1 to 5.</param>
internal sealed record RatingRequest([property: JsonPropertyName("rating")] int Rating);
