using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModuleX.Api.Tests.Examples;

/// <summary>
/// Compares an answer with the fields that it should have, no more and no fewer. A list of one item stands for any number of such items, a longer
/// one for just its own, <c>&lt;name&gt;</c> for any name, <c>name?</c> for a field that may be missing, and <c>&lt;text&gt;</c> and the like for
/// any value of a kind.
/// </summary>
internal static class Shape
{
    private const string AnyName = "<name>";

    /// <summary>What is different, each with its JSON pointer.</summary>
    public static IReadOnlyList<string> Differences(JsonNode expected, JsonElement actual)
    {
        var differences = new List<string>();
        Compare(expected, actual, "", differences);
        return differences;
    }

    private static void Compare(JsonNode? expected, JsonElement actual, string pointer, List<string> differences)
    {
        switch (expected)
        {
            case JsonObject fields:
                CompareObject(fields, actual, pointer, differences);
                break;
            case JsonArray items:
                CompareList(items, actual, pointer, differences);
                break;
            default:
                if (!IsLike(expected, actual)) differences.Add($"{pointer}: {expected?.ToJsonString()} was expected, not {actual.GetRawText()}");
                break;
        }
    }

    private static void CompareObject(JsonObject expected, JsonElement actual, string pointer, List<string> differences)
    {
        if (actual.ValueKind != JsonValueKind.Object)
        {
            differences.Add($"{pointer}: an object was expected");
            return;
        }
        if (expected.ContainsKey(AnyName))
        {
            foreach (var property in actual.EnumerateObject()) Compare(expected[AnyName], property.Value, $"{pointer}/{property.Name}", differences);
            return;
        }
        foreach (var (name, value) in expected)
        {
            if (actual.TryGetProperty(name.TrimEnd('?'), out var found)) Compare(value, found, $"{pointer}/{name}", differences);
            else if (!name.EndsWith('?')) differences.Add($"{pointer}/{name}: is missing");
        }
        foreach (var property in actual.EnumerateObject().Where(property => !expected.ContainsKey(property.Name) && !expected.ContainsKey(property.Name + "?")))
            differences.Add($"{pointer}/{property.Name}: is not documented");
    }

    private static void CompareList(JsonArray expected, JsonElement actual, string pointer, List<string> differences)
    {
        if (expected.Count == 0)
        {
            if (actual.ValueKind != JsonValueKind.Array || actual.GetArrayLength() > 0)
                differences.Add($"{pointer}: an empty list was expected, not {actual.GetRawText()}");
            return;
        }
        if (expected.Count > 1)
        {
            if (actual.ValueKind == JsonValueKind.Array && actual.GetArrayLength() == expected.Count)
            {
                foreach (var (index, item) in expected.Index()) Compare(item, actual[index], $"{pointer}/{index}", differences);
            }
            else
            {
                differences.Add($"{pointer}: a list of {expected.Count} was expected, not {actual.GetRawText()}");
            }
            return;
        }
        if (actual.ValueKind != JsonValueKind.Array || actual.GetArrayLength() == 0)
        {
            differences.Add($"{pointer}: a list with items was expected");
            return;
        }
        foreach (var (index, item) in actual.EnumerateArray().Index()) Compare(expected.Single(), item, $"{pointer}/{index}", differences);
    }

    private static bool IsLike(JsonNode? expected, JsonElement actual) => expected?.ToString() switch
    {
        "<any>" => true,
        "<text or null>" => actual.ValueKind is JsonValueKind.String or JsonValueKind.Null,
        "<list>" => actual.ValueKind == JsonValueKind.Array,
        "<object>" => actual.ValueKind == JsonValueKind.Object,
        "<id>" => actual.ValueKind == JsonValueKind.String && Guid.TryParseExact(actual.GetString(), "D", out _),
        "<time>" => actual.ValueKind == JsonValueKind.String && actual.GetString()!.EndsWith('Z') && actual.TryGetDateTimeOffset(out _),
        "<text>" => actual.ValueKind == JsonValueKind.String && actual.GetString()!.Length > 0,
        "<url>" => actual.ValueKind == JsonValueKind.String && Uri.TryCreate(actual.GetString(), UriKind.Absolute, out _),
        "<number>" => actual.ValueKind == JsonValueKind.Number,
        "<boolean>" => actual.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "<schema>" => actual.ValueKind == JsonValueKind.Object && actual.GetProperty("type").ValueEquals("object"),
        _ => JsonElement.DeepEquals(JsonSerializer.SerializeToElement(expected), actual),
    };
}
