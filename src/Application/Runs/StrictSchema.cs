using System.Buffers;
using System.Text.Json;

namespace ModuleX.Application.Runs;

/// <summary>
/// Writes a schema as OpenAI's strict mode takes it: every object closed, every property required, what is optional nullable, and only the
/// keywords that strict mode knows (https://platform.openai.com/docs/guides/structured-outputs). A free-form object has no strict form:
/// it becomes a string that holds JSON, which <see cref="StrictArguments"/> turns back.
/// </summary>
internal static class StrictSchema
{
    private const string JsonTextNote = "As JSON text.";
    private const string JsonTextForSomeNote = "An object or a list as JSON text.";

    private static readonly string[] KeptKeywords =
        ["pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems"];

    public static JsonElement Of(JsonElement schema)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, StrictShape.Of(schema), isNullable: false);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, StrictShape shape, bool isNullable)
    {
        writer.WriteStartObject();
        switch (shape)
        {
            case StrictShape.Plain plain:
                WriteTypes(writer, plain.Types, isNullable);
                WriteKeywords(writer, plain, plain.Schema);
                WriteWords(writer, plain.Schema, isNullable);
                break;
            case StrictShape.Members members:
                WriteTypes(writer, ["object"], isNullable);
                WriteKeywords(writer, members, default);
                WriteMembers(writer, members);
                break;
            case StrictShape.List list:
                WriteTypes(writer, ["array"], isNullable);
                WriteKeywords(writer, list, list.Schema);
                writer.WritePropertyName("items");
                Write(writer, list.Items, isNullable: false);
                break;
            case StrictShape.Union union:
                WriteKeywords(writer, union, default);
                WriteAlternatives(writer, union, isNullable);
                break;
            case StrictShape.Text text:
                WriteTypes(writer, text.Types.Contains("string") ? text.Types : ["string", .. text.Types], isNullable);
                var note = text.Types.IsEmpty ? JsonTextNote : JsonTextForSomeNote;
                writer.WriteString("description", text.Description is null ? note : $"{text.Description} {note}");
                break;
        }
        writer.WriteEndObject();
    }

    private static void WriteTypes(Utf8JsonWriter writer, IReadOnlyList<string> types, bool isNullable)
    {
        var all = isNullable && !types.Contains("null") ? (IReadOnlyList<string>)[.. types, "null"] : types;
        if (all.Count == 1)
        {
            writer.WriteString("type", all[0]);
            return;
        }
        writer.WriteStartArray("type");
        foreach (var type in all) writer.WriteStringValue(type);
        writer.WriteEndArray();
    }

    /// <param name="schema">Where the limits stand; undefined for none.</param>
    private static void WriteKeywords(Utf8JsonWriter writer, StrictShape shape, JsonElement schema)
    {
        if (shape.Description is { } description) writer.WriteString("description", description);
        if (schema.ValueKind != JsonValueKind.Object) return;
        foreach (var keyword in KeptKeywords)
        {
            if (!schema.TryGetProperty(keyword, out var value)) continue;
            writer.WritePropertyName(keyword);
            value.WriteTo(writer);
        }
    }

    /// <summary>The only values that there are; null is one more of them where it stands for a value that is left out.</summary>
    private static void WriteWords(Utf8JsonWriter writer, JsonElement schema, bool isNullable)
    {
        if (schema.ValueKind != JsonValueKind.Object) return;
        List<JsonElement> words;
        if (schema.TryGetProperty("enum", out var several)) words = [.. several.EnumerateArray()];
        else if (schema.TryGetProperty("const", out var one)) words = [one];
        else return;
        writer.WriteStartArray("enum");
        foreach (var word in words.Where(word => !isNullable || word.ValueKind != JsonValueKind.Null)) word.WriteTo(writer);
        if (isNullable) writer.WriteNullValue();
        writer.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter writer, StrictShape.Members members)
    {
        writer.WriteStartObject("properties");
        foreach (var member in members.InOrder)
        {
            writer.WritePropertyName(member.Name);
            Write(writer, member.Shape, isNullable: !member.IsRequired || (member.TakesNull && member.Shape is not StrictShape.Plain));
        }
        writer.WriteEndObject();
        writer.WriteStartArray("required");
        foreach (var member in members.InOrder) writer.WriteStringValue(member.Name);
        writer.WriteEndArray();
        writer.WriteBoolean("additionalProperties", false);
    }

    private static void WriteAlternatives(Utf8JsonWriter writer, StrictShape.Union union, bool isNullable)
    {
        var takesNull = union.Alternatives.Any(one => one is StrictShape.Plain plain && plain.Types.Contains("null"));
        writer.WriteStartArray("anyOf");
        foreach (var alternative in union.Alternatives) Write(writer, alternative, isNullable: false);
        if (isNullable && !takesNull) Write(writer, new StrictShape.Plain(default, ["null"]), isNullable: false);
        writer.WriteEndArray();
    }
}
