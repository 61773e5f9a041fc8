using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ModuleX.Api.Hosting;

/// <summary>What a record has at a place of its JSON.</summary>
/// <param name="Type">Null where the record doesn't say.</param>
/// <param name="IsUnknown">True where the place is no member.</param>
/// <param name="RefusesNull">True for a member that is neither nullable nor a plain value.</param>
internal sealed record JsonPlace(Type? Type, bool IsUnknown, bool RefusesNull, JsonSerializerOptions Json)
{
    /// <param name="names">The names and indices from the outermost to the innermost.</param>
    public static JsonPlace Of(IReadOnlyList<string> names, Type? type, JsonSerializerOptions json)
    {
        var refusesNull = false;
        foreach (var name in names)
        {
            if (type is null || !json.TryGetTypeInfo(type, out var info)) return new(null, false, false, json);
            if (info.Kind != JsonTypeInfoKind.Object)
            {
                (type, refusesNull) = (info.ElementType, false);
                continue;
            }
            if (info.Properties.FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } member)
                return new(null, true, false, json);
            (type, refusesNull) = (member.PropertyType, !member.IsSetNullable && !member.PropertyType.IsValueType);
        }
        return new(type, false, refusesNull, json);
    }

    /// <summary>Moves a reader of the whole to the value; false where there is none. Of members with the same name it is the first.</summary>
    public static bool MoveTo(ref Utf8JsonReader reader, IReadOnlyList<string> names)
    {
        try
        {
            reader.Read();
            foreach (var name in names)
            {
                if (!(reader.TokenType == JsonTokenType.StartArray ? MoveToItem(ref reader, name) : MoveToMember(ref reader, name))) return false;
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The members that an object at the place should have and has not, in the order of the record.</summary>
    public IReadOnlyList<string> MissingIn(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject || Type is null || Json.GetTypeInfo(Type) is not { Kind: JsonTypeInfoKind.Object } info) return [];
        var sent = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            sent.Add(reader.GetString()!);
            reader.Read();
            reader.Skip();
        }
        return [.. info.Properties.Where(property => property.IsRequired && !sent.Contains(property.Name)).Select(property => property.Name)];
    }

    /// <summary>Whether the value is right by itself. JSON of any form always is: what is wrong with it is that a name is in there twice.</summary>
    public bool CanRead(Utf8JsonReader reader)
    {
        if (Type is null) return false;
        if (Nullable.GetUnderlyingType(Type) == typeof(JsonElement) || Type == typeof(JsonElement)) return true;
        try
        {
            JsonSerializer.Deserialize(ref reader, Type, Json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool MoveToItem(ref Utf8JsonReader reader, string index)
    {
        if (!int.TryParse(index, CultureInfo.InvariantCulture, out var left)) return false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (left-- == 0) return true;
            reader.Skip();
        }
        return false;
    }

    private static bool MoveToMember(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt) return true;
            reader.Skip();
        }
        return false;
    }
}
