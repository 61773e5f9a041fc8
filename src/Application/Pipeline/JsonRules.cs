using System.Text.Json;

namespace ModuleX.Application.Pipeline;

/// <summary>A rule for values that callers choose the shape of.</summary>
internal static class JsonRules
{
    /// <summary>Whether it is an object that can be written out again.</summary>
    public static bool IsUnicodeObject(JsonElement value) => value.ValueKind == JsonValueKind.Object && JsonText.IsUnicode(value);
}
