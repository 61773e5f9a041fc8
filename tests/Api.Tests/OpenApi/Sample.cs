using System.Globalization;
using System.Text.Json.Nodes;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>Values that a document allows, and values that it forbids.</summary>
internal static class Sample
{
    private static int _number;

    /// <summary>A value that the schema allows: required members alone of an object.</summary>
    /// <param name="name">Of the member, for texts that have a form which no schema says.</param>
    public static JsonNode? Of(JsonObject document, JsonNode schema, string name = "")
    {
        var resolved = document.Resolve(schema);
        if (resolved["enum"] is JsonArray words) return words[0]!.DeepClone();
        if (resolved["oneOf"] is JsonArray kinds) return Of(document, kinds.First(kind => document.Resolve(kind!)["type"]?.ToString() != "null")!, name);
        return resolved.TypesOf().FirstOrDefault(type => type != "null") switch
        {
            "string" => TextOf(resolved, name),
            "integer" or "number" => JsonValue.Create(Math.Max(1, resolved["minimum"]?.GetValue<decimal>() ?? 1)),
            "boolean" => JsonValue.Create(true),
            "array" => new JsonArray([.. Enumerable.Range(0, resolved["minItems"]?.GetValue<int>() ?? 0).Select(_ => Of(document, resolved["items"]!, name))]),
            "object" => ObjectOf(document, resolved),
            _ => new JsonObject(),
        };
    }

    /// <summary>What the schema forbids, each with a word for it: over and under each limit, of other types, null.</summary>
    public static IEnumerable<(string What, JsonNode? Value)> Wrong(JsonObject document, JsonNode schema)
    {
        var resolved = document.Resolve(schema);
        var types = resolved.TypesOf();
        if (types.Count == 0) yield break;
        if (!types.Contains("null")) yield return ("null", null);
        if (!types.Contains("string")) yield return ("text", JsonValue.Create("x"));
        if (!types.Contains("integer") && !types.Contains("number")) yield return ("a number", JsonValue.Create(7));
        if (types.Contains("integer")) yield return ("a fraction", JsonValue.Create(1.5));
        if (!types.Contains("boolean")) yield return ("true", JsonValue.Create(true));
        if (!types.Contains("array")) yield return ("a list", new JsonArray());
        if (!types.Contains("object")) yield return ("an object", new JsonObject());
        if (types.Contains("string") && resolved["enum"] is not null) yield return ("an unknown word", JsonValue.Create("no such word"));
        foreach (var beyond in Beyond(document, resolved)) yield return beyond;
    }

    /// <summary>The texts of parameters that the schema forbids.</summary>
    public static IEnumerable<(string What, string Value)> WrongTexts(JsonObject schema)
    {
        var type = schema.TypesOf() is [var first, ..] ? first : null;
        if (type is "integer" or "boolean") yield return ("text", "x");
        if (type == "integer") yield return ("a huge number", "99999999999999999999999");
        if (type == "integer" && schema["minimum"] is { } minimum && minimum.GetValue<decimal>() > int.MinValue)
            yield return ("less than the minimum", (minimum.GetValue<decimal>() - 1).ToString(CultureInfo.InvariantCulture));
        if (type == "integer" && schema["maximum"] is { } maximum)
            yield return ("more than the maximum", (maximum.GetValue<decimal>() + 1).ToString(CultureInfo.InvariantCulture));
        if (schema["enum"] is not null) yield return ("an unknown word", "no such word");
        if (schema["format"]?.GetValue<string>() == "uuid") yield return ("no UUID", "x");
        if (type == "string" && schema["maxLength"] is { } longest && longest.GetValue<int>() < 4096)
            yield return ("too long", new string('x', longest.GetValue<int>() + 1));
    }

    /// <summary>A text for a parameter that the schema allows.</summary>
    public static string TextOf(JsonObject document, JsonObject parameter) =>
        Of(document, parameter["schema"]!, parameter["name"]!.GetValue<string>())!.ToString();

    private static IEnumerable<(string What, JsonNode? Value)> Beyond(JsonObject document, JsonObject schema)
    {
        if (schema["maxLength"] is { } longest) yield return ("too long", JsonValue.Create(new string('x', longest.GetValue<int>() + 1)));
        if (schema["minLength"] is { } shortest && shortest.GetValue<int>() > 0)
            yield return ("too short", JsonValue.Create(new string('x', shortest.GetValue<int>() - 1)));
        if (schema["minimum"] is { } minimum) yield return ("too small", JsonValue.Create(minimum.GetValue<decimal>() - 1));
        if (schema["maximum"] is { } maximum) yield return ("too large", JsonValue.Create(maximum.GetValue<decimal>() + 1));
        if (schema["format"]?.GetValue<string>() is "uuid" or "email" or "date-time") yield return ("no " + schema["format"], JsonValue.Create("x"));
        if (schema["maxItems"] is { } most)
            yield return ("too many", new JsonArray([.. Enumerable.Range(0, most.GetValue<int>() + 1).Select(_ => Of(document, schema["items"]!))]));
        if (schema["minItems"] is { } least && least.GetValue<int>() > 0) yield return ("too few", new JsonArray());
    }

    private static JsonObject ObjectOf(JsonObject document, JsonObject schema)
    {
        var made = new JsonObject();
        var needed = schema["required"] ?? schema["anyOf"]?[0]?["required"];
        foreach (var member in (needed?.AsArray() ?? []).Select(member => member!.GetValue<string>())) made[member] = Of(
            document, schema["properties"]![member]!, member);
        return made;
    }

    private static JsonValue TextOf(JsonObject schema, string name)
    {
        var number = Interlocked.Increment(ref _number);
        return JsonValue.Create(schema["format"]?.GetValue<string>() switch
        {
            "uuid" => Guid.NewGuid().ToString(),
            "email" => $"sample-{number}@example.com",
            "date-time" => "2026-01-01T00:00:00Z",
            _ => name switch
            {
                "email" => $"sample-{number}@example.com",
                "code" => $"SAMPLE-{number}",
                "amount" => "9.99",
                "base_url" => "http://127.0.0.1:9",
                _ when name.Contains("password", StringComparison.Ordinal) => $"Aa1!{Guid.NewGuid():N}",
                _ => $"sample-{number}",
            },
        });
    }
}
