using System.Text.Json;

namespace ModuleX.Application.Pipeline;

/// <summary>A rule for values that callers choose the shape of.</summary>
internal static class JsonRules
{
    /// <summary>Whether it is an object that can be written out again. The parser takes half of a surrogate pair; whoever writes it out later meets an exception.</summary>
    public static bool IsUnicodeObject(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return false;
        try
        {
            JsonSerializer.Serialize(value);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
