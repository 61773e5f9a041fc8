using System.Runtime.InteropServices;
using System.Text;
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
        // A character takes a byte or more, so most names are told apart without being read.
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        if (raw.Length < name.Length)
            return false;
        if (Ascii.IsValid(raw) && !raw.Contains((byte)'\\'))
            return Ascii.Equals(raw, name);

        using var text = new Text(raw, stackalloc char[Text.ScratchLength]);
        return text.Chars.SequenceEqual(name);
    }
}
