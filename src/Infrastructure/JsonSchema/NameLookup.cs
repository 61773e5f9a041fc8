using System.Runtime.InteropServices;
using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>
/// Finds properties by name; unlike <see cref="JsonElement.TryGetProperty(string, out JsonElement)"/> it throws for none
/// (see <see cref="Text"/>).
/// </summary>
internal static class NameLookup
{
    public static bool Has(JsonElement container, string name) => Find(container, name) is not null;

    public static JsonElement? Find(JsonElement container, string name)
    {
        foreach (var property in container.EnumerateObject())
            if (IsNamed(property, name))
                return property.Value;
        return null;
    }

    private static bool IsNamed(JsonProperty property, string name)
    {
        using var text = new Text(JsonMarshal.GetRawUtf8PropertyName(property), stackalloc char[Text.ScratchLength]);
        return text.Chars.SequenceEqual(name);
    }
}
