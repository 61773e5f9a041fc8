using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using ModuleX.Application.Pipeline;

namespace ModuleX.Application.Runs;

/// <summary>
/// Takes back what strict mode makes models write: null for what they leave out, at every depth, and JSON text for an object or a list that strict
/// mode can't describe. Everything else stays as it came.
/// </summary>
internal static class StrictArguments
{
    /// <summary>What is put where a text was must not make the whole deeper than a request may be.</summary>
    private static readonly JsonDocumentOptions InText = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = JsonText.MaximumDepth - StrictShapeReader.MaximumDepth - 1,
    };

    /// <summary>The arguments as they were meant; the same value where there is nothing to take back.</summary>
    public static JsonElement Undo(StrictShape shape, JsonElement given)
    {
        if (!NeedsUndoing(shape, given)) return given;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, shape, given);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static bool NeedsUndoing(StrictShape shape, JsonElement given)
    {
        switch (shape)
        {
            case StrictShape.Members members when given.ValueKind == JsonValueKind.Object:
                foreach (var property in given.EnumerateObject())
                {
                    if (property.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False) continue;
                    if (!members.ByName.TryGetValue(property.Name, out var member)) continue;
                    if (IsLeftOut(member, property.Value) || NeedsUndoing(member.Shape, property.Value)) return true;
                }
                return false;
            case StrictShape.List list when given.ValueKind == JsonValueKind.Array:
                foreach (var item in given.EnumerateArray())
                {
                    if (NeedsUndoing(list.Items, item)) return true;
                }
                return false;
            case StrictShape.Union union when given.ValueKind is JsonValueKind.Object or JsonValueKind.Array:
                return Choose(union, given) is { } chosen && NeedsUndoing(chosen, given);
            case StrictShape.Text when given.ValueKind == JsonValueKind.String:
                return ParseText(given) is not null;
            default:
                return false;
        }
    }

    private static void Write(Utf8JsonWriter writer, StrictShape shape, JsonElement given)
    {
        switch (shape)
        {
            case StrictShape.Members members when given.ValueKind == JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in given.EnumerateObject())
                {
                    members.ByName.TryGetValue(property.Name, out var member);
                    if (member is not null && IsLeftOut(member, property.Value)) continue;
                    writer.WritePropertyName(property.Name);
                    if (member is null) property.Value.WriteTo(writer);
                    else Write(writer, member.Shape, property.Value);
                }
                writer.WriteEndObject();
                break;
            case StrictShape.List list when given.ValueKind == JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in given.EnumerateArray()) Write(writer, list.Items, item);
                writer.WriteEndArray();
                break;
            case StrictShape.Union union when Choose(union, given) is { } chosen:
                Write(writer, chosen, given);
                break;
            case StrictShape.Text when given.ValueKind == JsonValueKind.String && ParseText(given) is { } parsed:
                parsed.WriteTo(writer);
                break;
            default:
                given.WriteTo(writer);
                break;
        }
    }

    private static bool IsLeftOut(Member member, JsonElement given) => given.ValueKind == JsonValueKind.Null && !member.IsRequired && !member.TakesNull;

    /// <summary>The alternative that an object or a list was written for: the first that it fits, else the first of its kind.</summary>
    private static StrictShape? Choose(StrictShape.Union union, JsonElement given)
    {
        StrictShape? ofKind = null;
        foreach (var alternative in union.Alternatives)
        {
            if (!IsOfKind(alternative, given)) continue;
            if (Fits(alternative, given)) return alternative;
            ofKind ??= alternative;
        }
        return ofKind;
    }

    private static bool IsOfKind(StrictShape shape, JsonElement given) => shape switch
    {
        StrictShape.Members => given.ValueKind == JsonValueKind.Object,
        StrictShape.List => given.ValueKind == JsonValueKind.Array,
        _ => false,
    };

    private static bool Fits(StrictShape shape, JsonElement given) => shape switch
    {
        StrictShape.Members members => IsOfKind(shape, given) && HasMembersOf(members, given),
        StrictShape.List list => IsOfKind(shape, given) && given.EnumerateArray().All(item => Fits(list.Items, item)),
        StrictShape.Union union => union.Alternatives.Any(one => Fits(one, given)),
        StrictShape.Plain plain => plain.Types.Any(type => IsOf(type, given)) && IsAllowed(plain.Schema, given),
        _ => true,
    };

    private static bool HasMembersOf(StrictShape.Members members, JsonElement given)
    {
        foreach (var property in given.EnumerateObject())
        {
            if (!members.ByName.TryGetValue(property.Name, out var member)) return false;
            if (property.Value.ValueKind == JsonValueKind.Null && (member.TakesNull || !member.IsRequired)) continue;
            if (!Fits(member.Shape, property.Value)) return false;
        }
        return members.InOrder.All(member => !member.IsRequired || given.TryGetProperty(member.Name, out _));
    }

    private static bool IsOf(string type, JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type is "number" or "integer",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Null => type == "null",
        _ => false,
    };

    private static bool IsAllowed(JsonElement schema, JsonElement given) =>
        (!schema.TryGetProperty("enum", out var words) || words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, given)))
        && (!schema.TryGetProperty("const", out var constant) || JsonElement.DeepEquals(constant, given));

    /// <summary>The object or list that a text holds; null where it holds none. Then it stays text, and the schema says what is wrong with that.</summary>
    private static JsonElement? ParseText(JsonElement text)
    {
        // Cheap to rule out: most texts are none.
        if (JsonMarshal.GetRawUtf8Value(text)[1..].TrimStart(" \t"u8) is not [(byte)'{' or (byte)'[' or (byte)'\\', ..]) return null;
        try
        {
            var parsed = JsonElement.Parse(text.GetString()!, InText);
            return parsed.ValueKind is JsonValueKind.Object or JsonValueKind.Array && JsonText.IsUnicode(parsed) ? parsed : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
