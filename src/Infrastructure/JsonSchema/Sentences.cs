using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>How problems are worded.</summary>
internal static class Sentences
{
    private const int MostValues = 50;
    private const int MostCharacters = 100;

    /// <summary><c>a, b or c</c>.</summary>
    public static string Alternatives(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";

    public static string Count(long count, string unit) =>
        count == 1 ? $"1 {unit}" : unit.EndsWith('y') ? $"{count} {unit[..^1]}ies" : $"{count} {unit}s";

    /// <summary>The values that a schema allows, as JSON; a long list ends early.</summary>
    public static string Values(IReadOnlyCollection<JsonElement> values)
    {
        var list = string.Join(", ", values.Take(MostValues).Select(Value));
        return values.Count > MostValues ? $"{list} and {values.Count - MostValues} more" : list;
    }

    private static string Value(JsonElement value)
    {
        var raw = value.GetRawText();
        return raw.Length <= MostCharacters ? raw : $"{raw[..MostCharacters]}...";
    }
}
