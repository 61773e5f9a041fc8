using System.Text.Json;

namespace ModuleX.Infrastructure.Tests.JsonSchema;

/// <summary>Reads the official JSON Schema Test Suite, draft 2020-12.</summary>
internal static class OfficialSuite
{
    /// <summary>The folder of the draft; null where the suite is not installed.</summary>
    public static string? Folder { get; } = new[]
        {
            Environment.GetEnvironmentVariable("JSON_SCHEMA_SUITE"),
            Repository.PathOf("tests", "tools", "json-schema-suite", "suite"),
        }
        .OfType<string>()
        .Select(root => Path.Combine(root, "tests", "draft2020-12"))
        .FirstOrDefault(Directory.Exists);

    /// <summary>Every group of every file. A file is named as in the suite: <c>optional/bignum</c>.</summary>
    public static IEnumerable<SuiteGroup> Groups()
    {
        Folder.ShouldNotBeNull("run tests/tools/json-schema-suite/install");
        return Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Read);
    }

    private static IEnumerable<SuiteGroup> Read(string path)
    {
        var file = Path.ChangeExtension(Path.GetRelativePath(Folder!, path), null).Replace('\\', '/');
        return JsonElement.Parse(File.ReadAllBytes(path)).EnumerateArray().Select(group => new SuiteGroup(
            file,
            group.GetProperty("description").GetString()!,
            group.GetProperty("schema"),
            [.. group.GetProperty("tests").EnumerateArray()]));
    }
}

internal sealed record SuiteGroup(string File, string Description, JsonElement Schema, IReadOnlyList<JsonElement> Tests)
{
    public override string ToString() => $"{File}: {Description}";
}
