using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ModuleX.Application.Runs;
using ModuleX.Infrastructure.JsonSchema;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

/// <summary>Whatever strict mode offers is understood: a model that follows the strict schema gets across every value that the original schema takes.</summary>
public sealed class StrictRoundTripTests
{
    private const string Definitions = """
        {
          "word": { "type": "string", "minLength": 1 },
          "person": {
            "type": "object",
            "properties": { "name": { "$ref": "#/$defs/word" }, "age": { "type": "integer" }, "friend": { "$ref": "#/$defs/person" } },
            "required": ["name"],
            "additionalProperties": false
          }
        }
        """;

    private static readonly string[] Words = ["a", "42", "true", "null", "\"quoted\"", "2026-01-01", "", " { ", "[", "é😀"];

    [Fact]
    public void Every_value_gets_across() =>
        Prop.ForAll<int>(seed => ProblemOf(new Random(seed)) is not { } problem ? true : throw new InvalidOperationException(problem))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static string? ProblemOf(Random random)
    {
        var (schema, value) = AnObject(random, 0);
        schema["$defs"] = JsonNode.Parse(Definitions);
        var source = JsonElement.Parse(schema.ToJsonString());
        var strict = StrictSchema.Of(source);
        var sent = Sent(JsonNode.Parse(strict.GetRawText())!.AsObject(), value)!.ToJsonString();

        var offered = CompiledSchema.Compile(strict).Required().Validate(JsonElement.Parse(sent));
        if (!offered.IsEmpty) return $"not offered: {sent} by {strict} ({string.Join("; ", offered)})";
        if (ActionArguments.Read("tool", Tools.Taking("act", source.GetRawText()), JsonElement.Parse(sent)).Failed(out var error, out var read))
            return $"refused: {sent} for {source}: {error.Message}";
        foreach (var name in schema["properties"]!.AsObject().Select(property => property.Key))
        {
            var got = read.TryGet(name, out var found) ? found.GetRawText() : null;
            var meant = value.AsObject().TryGetPropertyValue(name, out var member) ? member is null ? "null" : member.ToJsonString() : null;
            if ((got is null) != (meant is null) || (got is not null && !JsonElement.DeepEquals(JsonElement.Parse(got), JsonElement.Parse(meant!))))
                return $"{name} is {got}, not {meant}: {sent} for {source}";
        }
        return null;
    }

    /// <summary>What a model writes that means the value: null for what is left out, JSON text where nothing but text is asked for.</summary>
    private static JsonNode? Sent(JsonObject strict, JsonNode? value)
    {
        if (strict["anyOf"] is JsonArray alternatives) return SentByOne(alternatives, value);
        if (value is JsonObject members && strict["properties"] is JsonObject properties)
            return new JsonObject(
                properties.Select(
                    property => KeyValuePair.Create(
                        property.Key, members.ContainsKey(property.Key) ? Sent(property.Value!.AsObject(), members[property.Key]) : null)));
        if (value is JsonArray items && strict["items"] is JsonObject item) return new JsonArray([.. items.Select(one => Sent(item, one))]);
        return value is JsonObject or JsonArray ? JsonValue.Create(value.ToJsonString()) : value?.DeepClone();
    }

    /// <summary>As the first alternative that it fits.</summary>
    private static JsonNode? SentByOne(JsonArray alternatives, JsonNode? value)
    {
        foreach (var alternative in alternatives.Select(one => one!.AsObject()))
        {
            try
            {
                var sent = Sent(alternative, value);
                var schema = CompiledSchema.Compile(JsonElement.Parse(alternative.ToJsonString())).Required();
                if (schema.Validate(JsonElement.Parse(sent?.ToJsonString() ?? "null")).IsEmpty) return sent;
            }
            catch (InvalidOperationException)
            {
                // A member of another alternative fits nothing of this one.
            }
        }
        throw new InvalidOperationException($"No alternative takes {value?.ToJsonString() ?? "null"}.");
    }

    /// <summary>A schema, and a value that it takes.</summary>
    private static (JsonObject Schema, JsonNode? Value) Anything(Random random, int depth) => random.Next(depth > 3 ? 8 : 15) switch
    {
        0 => (Schema("""{"type":"string"}"""), Word(random)),
        1 => (Schema("""{"type":["string","null"]}"""), random.Next(2) == 0 ? null : Word(random)),
        2 => (Schema("""{"type":"integer"}"""), random.Next(100)),
        3 => (Schema("""{"type":"boolean"}"""), random.Next(2) == 0),
        4 => (Schema("""{"enum":["x",7,null]}"""), random.Next(3) switch { 0 => "x", 1 => 7, _ => null }),
        5 => (Schema("""{"anyOf":[{"type":"string"},{"type":"integer"}]}"""), random.Next(2) == 0 ? Word(random) : random.Next(100)),
        6 => (Schema("""{"$ref":"#/$defs/word"}"""), "w" + Word(random)),
        7 => (Schema("""{"const":"x"}"""), "x"),
        8 => (Schema("""{"type":"object"}"""), new JsonObject { ["a"] = Word(random), ["b"] = null, ["c"] = new JsonArray(1, null) }),
        9 => (Schema("""{"type":"object","additionalProperties":{"type":"integer"}}"""), new JsonObject { ["k"] = random.Next(9) }),
        10 => (Schema("""{"$ref":"#/$defs/person"}"""),
        new JsonObject { ["name"] = "n", ["friend"] = new JsonObject { ["name"] = "m", ["age"] = random.Next(9) } }),
        11 => AList(random, depth + 1),
        12 => AUnion(random, depth + 1),
        13 => (Schema("""{"anyOf":[{"type":"object","additionalProperties":{"type":"integer"}},{"type":"integer"}]}"""),
        random.Next(2) == 0 ? new JsonObject { ["k"] = 1 } : 5),
        _ => AnObject(random, depth + 1),
    };

    private static (JsonObject Schema, JsonNode Value) AnObject(Random random, int depth)
    {
        var (properties, value, required) = (new JsonObject(), new JsonObject(), new JsonArray());
        for (var number = random.Next(1, 5); number > 0; number--)
        {
            var (schema, one) = Anything(random, depth);
            properties[$"p{number}"] = schema;
            if (random.Next(2) == 0) required.Add($"p{number}");
            else if (random.Next(2) == 0 && !TakesNull(schema)) continue;
            value[$"p{number}"] = one;
        }
        return (new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false }, value);
    }

    private static (JsonObject Schema, JsonNode Value) AList(Random random, int depth)
    {
        var state = random.Next();
        return (new JsonObject { ["type"] = "array", ["items"] = Anything(new Random(state), depth).Schema },
            new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Anything(new Random(state), depth).Value)]));
    }

    /// <summary>Objects that a constant member tells apart.</summary>
    private static (JsonObject Schema, JsonNode Value) AUnion(Random random, int depth)
    {
        var alternatives = Enumerable.Range(0, 3).Select(number =>
        {
            var (schema, value) = AnObject(random, depth);
            schema["properties"]!["kind"] = Schema($$"""{"const":"k{{number}}"}""");
            schema["required"]!.AsArray().Add("kind");
            value["kind"] = $"k{number}";
            return (schema, value);
        }).ToList();
        return (new JsonObject { [random.Next(2) == 0 ? "oneOf" : "anyOf"] = new JsonArray([.. alternatives.Select(one => (JsonNode)one.schema)]) },
            alternatives[random.Next(3)].value);
    }

    /// <summary>Then null can't stand for what is left out: it is a value.</summary>
    private static bool TakesNull(JsonObject schema) => CompiledSchema.Compile(JsonElement.Parse(
        new JsonObject(schema.DeepClone().AsObject().Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())))
            { ["$defs"] = JsonNode.Parse(Definitions) }.ToJsonString())).Required().Validate(JsonElement.Parse("null")).IsEmpty;

    private static JsonObject Schema(string json) => JsonNode.Parse(json)!.AsObject();

    private static string Word(Random random) => Words[random.Next(Words.Length)];
}
