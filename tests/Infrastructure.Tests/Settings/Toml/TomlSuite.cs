using System.Globalization;
using System.Text.Json;
using ModuleX.Infrastructure.Settings.Toml;

namespace ModuleX.Infrastructure.Tests.Settings.Toml;

/// <summary>Reads the official TOML test suite: documents with what they mean, and documents that are to be refused.</summary>
internal static class TomlSuite
{
    /// <summary>Names the documents that belong to TOML 1.0; only newer suites have it.</summary>
    private const string List = "files-toml-1.0.0";

    /// <summary>The folder of the documents; null where the suite is not installed.</summary>
    public static string? Folder { get; } = new[]
        {
            Environment.GetEnvironmentVariable("TOML_SUITE"),
            Repository.PathOf("tests", "tools", "toml-suite", "suite"),
        }
        .OfType<string>()
        .Select(root => Path.Combine(root, "tests"))
        .FirstOrDefault(Directory.Exists);

    /// <summary>The documents of <c>valid</c> or <c>invalid</c>, by their names in the suite: <c>valid/key/dotted.toml</c>.</summary>
    public static IEnumerable<string> Documents(string kind)
    {
        Folder.ShouldNotBeNull("run tests/tools/toml-suite/install");
        var list = Path.Combine(Folder, List);
        var names = File.Exists(list)
            ? File.ReadAllLines(list)
            : Directory.EnumerateFiles(Folder, "*.toml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'));
        return names.Where(name => name.StartsWith($"{kind}/", StringComparison.Ordinal) && name.EndsWith(".toml", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    public static byte[] Text(string document) => File.ReadAllBytes(Path.Combine(Folder!, document));

    public static JsonElement Meaning(string document) => JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder!, Path.ChangeExtension(document, "json"))));

    /// <summary>Whether a value is what the suite says: a scalar is there as <c>{"type", "value"}</c>.</summary>
    public static bool Means(TomlValue value, JsonElement meaning) => value switch
    {
        TomlScalar scalar => meaning.ValueKind is JsonValueKind.Object && meaning.TryGetProperty("type", out var type) && Means(scalar, type.GetString()!, meaning.GetProperty("value").GetString()!),
        TomlArray array => meaning.ValueKind is JsonValueKind.Array && array.Items.Count == meaning.GetArrayLength() && array.Items.Zip(meaning.EnumerateArray()).All(pair => Means(pair.First, pair.Second)),
        TomlTable table => meaning.ValueKind is JsonValueKind.Object && table.Entries.Count == meaning.EnumerateObject().Count()
            && meaning.EnumerateObject().All(property => table.Find(property.Name) is { } entry && Means(entry.Value, property.Value)),
        _ => false,
    };

    private static bool Means(TomlScalar scalar, string type, string text) => (scalar.Type, type) switch
    {
        (TomlType.Text, "string") or (TomlType.Integer, "integer") or (TomlType.Boolean, "bool") or (TomlType.LocalDate, "date-local") => scalar.Text == text,
        (TomlType.Float, "float") => Number(scalar.Text).Equals(Number(text)),
        (TomlType.OffsetDateTime, "datetime") => Moment(scalar.Text).EqualsExact(Moment(text)),
        (TomlType.LocalDateTime, "datetime-local") => Moment($"{scalar.Text}Z") == Moment($"{text}Z"),
        (TomlType.LocalTime, "time-local") => TimeOnly.Parse(scalar.Text, CultureInfo.InvariantCulture) == TimeOnly.Parse(text, CultureInfo.InvariantCulture),
        _ => false,
    };

    private static double Number(string text) => text.TrimStart('+', '-') switch
    {
        "inf" => text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
        "nan" => double.NaN,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
