using System.Text.Json;
using System.Text.RegularExpressions;
using DecodedText = ModuleX.Infrastructure.JsonSchema.Text;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>
/// One schema object while it is compiled: reads a keyword's value in the form that the keyword asks for, and reports it where
/// it has another. All of them return null for a keyword that is not there, or not usable.
/// </summary>
internal sealed class SchemaSite(SchemaCompiler compiler, string at, Dictionary<string, JsonElement> keywords)
{
    public bool TryGet(string keyword, out JsonElement value) => keywords.TryGetValue(keyword, out value);

    public void Refuse(string keyword, string message) => compiler.Refuse(Locate(keyword), message);

    public string? Text(string keyword) =>
        Get(keyword, "a string", JsonValueKind.String) is { } value ? DecodedText.Of(value) : null;

    public bool? Flag(string keyword) => Get(keyword, "a boolean", JsonValueKind.True, JsonValueKind.False)?.GetBoolean();

    public JsonElement? Number(string keyword) => Get(keyword, "a number", JsonValueKind.Number);

    public long? Count(string keyword)
    {
        if (!TryGet(keyword, out var value))
            return null;

        if (value.ValueKind is JsonValueKind.Number && new Instance(value).ToNumber() is { IsInteger: true } number && (number.IsPositive || number.IsZero))
            return number.ToCount();

        Refuse(keyword, "must be an integer of 0 or more");
        return null;
    }

    /// <summary>A list of different strings.</summary>
    public string[]? Texts(string keyword, int atLeast = 0) =>
        TryGet(keyword, out var value) ? Texts(Locate(keyword), value, atLeast) : null;

    public Dictionary<string, string[]>? TextsMap(string keyword)
    {
        if (Get(keyword, "an object", JsonValueKind.Object) is not { } value)
            return null;

        var map = new Dictionary<string, string[]>();
        foreach (var property in value.EnumerateObject())
            if (Texts(JsonPointer.Append(Locate(keyword), DecodedText.NameOf(property)), property.Value, 0) is { } texts)
                map[DecodedText.NameOf(property)] = texts;
        return map;
    }

    public Schema? Schema(string keyword) => TryGet(keyword, out var value) ? compiler.Compile(value, Locate(keyword)) : null;

    /// <summary>A list of one or more schemas.</summary>
    public Schema[]? Schemas(string keyword)
    {
        if (Get(keyword, "an array", JsonValueKind.Array) is not { } value)
            return null;

        if (value.GetArrayLength() == 0)
            Refuse(keyword, "must have at least 1 item");
        return [.. value.EnumerateArray().Select((schema, i) => compiler.Compile(schema, JsonPointer.Append(Locate(keyword), i)))];
    }

    public Dictionary<string, Schema>? SchemaMap(string keyword)
    {
        if (Get(keyword, "an object", JsonValueKind.Object) is not { } value)
            return null;

        var map = new Dictionary<string, Schema>();
        foreach (var property in value.EnumerateObject())
        {
            var name = DecodedText.NameOf(property);
            map[name] = compiler.Compile(property.Value, JsonPointer.Append(Locate(keyword), name));
        }

        return map;
    }

    /// <summary>A regular expression that stands in the value of a keyword, or in one of its names.</summary>
    public Regex? Pattern(string keyword, string written)
    {
        if (EcmaPattern.TryCompile(written, out var pattern, out var refusal))
            return pattern;

        compiler.Refuse(keyword == "pattern" ? Locate(keyword) : JsonPointer.Append(Locate(keyword), written), refusal);
        return null;
    }

    /// <summary>The schema that a reference leads to.</summary>
    public Schema? Reference(string keyword) => Text(keyword) is { } reference ? compiler.Refer(reference, Locate(keyword)) : null;

    private string Locate(string keyword) => JsonPointer.Append(at, keyword);

    private JsonElement? Get(string keyword, string wanted, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (!TryGet(keyword, out var value))
            return null;
        if (kinds.Contains(value.ValueKind))
            return value;

        Refuse(keyword, $"must be {wanted}");
        return null;
    }

    private string[]? Texts(string pointer, JsonElement value, int atLeast)
    {
        if (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() >= atLeast
            && value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String))
        {
            string[] texts = [.. value.EnumerateArray().Select(DecodedText.Of)];
            if (texts.Distinct().Count() == texts.Length)
                return texts;
        }

        compiler.Refuse(pointer, "must be an array of different strings");
        return null;
    }
}
