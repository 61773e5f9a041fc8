using System.Text.Json;

namespace ModuleX.Tests.Shared;

/// <summary>The manifests of <c>integrations/</c>, as JSON.</summary>
internal static class ShippedManifests
{
    /// <summary>The folders that hold a manifest.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateDirectories(Repository.PathOf("integrations"))
            .Where(folder => File.Exists(Path.Combine(folder, "tool.json")))
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal),
    ];

    public static JsonElement Of(string tool) => JsonElement.Parse(File.ReadAllBytes(Repository.PathOf("integrations", tool, "tool.json")));

    /// <summary>Every action's name and the schema of its parameters.</summary>
    public static IEnumerable<(string Name, JsonElement Schema)> ParametersOf(string tool) =>
        Of(tool).GetProperty("actions").EnumerateArray().Select(action => (action.GetProperty("name").GetString()!, action.GetProperty("parameters")));
}
