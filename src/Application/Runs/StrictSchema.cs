using System.Buffers;
using System.Text.Json;

namespace ModuleX.Application.Runs;

/// <summary>
/// Writes a schema as OpenAI's strict mode takes it: every object closed, every property required, what is optional nullable, and only the
/// keywords that strict mode knows (https://platform.openai.com/docs/guides/structured-outputs). A free-form object has no strict form:
/// it becomes a string that holds JSON, which <see cref="ActionArguments"/> turns back.
/// </summary>
internal static class StrictSchema
{
    private const string JsonTextNote = "As JSON text.";

    private static readonly string[] KeptKeywords =
        ["description", "enum", "const", "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems"];

    /// <summary>True for an object, or a list of objects, whose properties the schema does not name.</summary>
    public static bool IsFreeForm(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type)) return true;
        if (Names(type, "object")) return !schema.TryGetProperty("properties", out _);
        return Names(type, "array") && (!schema.TryGetProperty("items", out var items) || IsFreeForm(items));
    }

    public static JsonElement Of(JsonElement schema)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, schema, isRequired: true, isRoot: true);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement schema, bool isRequired, bool isRoot)
    {
        writer.WriteStartObject();
        if (!isRoot && (IsFreeForm(schema) || !IsExpressible(schema)))
        {
            WriteType(writer, JsonElement.Parse("\"string\""u8), isRequired);
            var description = schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("description", out var text) ? text.GetString() : null;
            writer.WriteString("description", description is null ? JsonTextNote : $"{description} {JsonTextNote}");
            writer.WriteEndObject();
            return;
        }
        var type = schema.GetProperty("type");
        WriteType(writer, type, isRequired);
        foreach (var keyword in KeptKeywords)
        {
            if (!schema.TryGetProperty(keyword, out var value)) continue;
            writer.WritePropertyName(keyword);
            if (keyword == "enum" && !isRequired) WriteNullableEnum(writer, value);
            else value.WriteTo(writer);
        }
        if (Names(type, "object")) WriteObject(writer, schema);
        if (Names(type, "array"))
        {
            writer.WritePropertyName("items");
            Write(writer, schema.GetProperty("items"), isRequired: true, isRoot: false);
        }
        writer.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement schema)
    {
        // An action that takes nothing may leave them out.
        var properties = schema.TryGetProperty("properties", out var named) ? named : JsonElement.Parse("{}"u8);
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        writer.WriteStartObject("properties");
        foreach (var property in properties.EnumerateObject())
        {
            writer.WritePropertyName(property.Name);
            Write(writer, property.Value, required.Contains(property.Name), isRoot: false);
        }
        writer.WriteEndObject();
        writer.WriteStartArray("required");
        foreach (var property in properties.EnumerateObject()) writer.WriteStringValue(property.Name);
        writer.WriteEndArray();
        writer.WriteBoolean("additionalProperties", false);
    }

    private static void WriteType(Utf8JsonWriter writer, JsonElement type, bool isRequired)
    {
        writer.WritePropertyName("type");
        if (isRequired || Names(type, "null"))
        {
            type.WriteTo(writer);
            return;
        }
        writer.WriteStartArray();
        if (type.ValueKind == JsonValueKind.String) type.WriteTo(writer);
        else foreach (var one in type.EnumerateArray()) one.WriteTo(writer);
        writer.WriteStringValue("null");
        writer.WriteEndArray();
    }

    private static void WriteNullableEnum(Utf8JsonWriter writer, JsonElement values)
    {
        writer.WriteStartArray();
        foreach (var value in values.EnumerateArray().Where(value => value.ValueKind != JsonValueKind.Null)) value.WriteTo(writer);
        writer.WriteNullValue();
        writer.WriteEndArray();
    }

    /// <summary>Alternatives and references have no reliable strict form here.</summary>
    private static bool IsExpressible(JsonElement schema) =>
        !schema.EnumerateObject().Any(property => property.Name is "allOf" or "anyOf" or "oneOf" or "not" or "if" or "$ref" or "patternProperties" or "dependentRequired" or "dependentSchemas");

    private static bool Names(JsonElement type, string name) =>
        type.ValueKind == JsonValueKind.String ? type.ValueEquals(name) : type.EnumerateArray().Any(one => one.ValueEquals(name));
}
