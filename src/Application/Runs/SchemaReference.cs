using System.Globalization;
using System.Text.Json;

namespace ModuleX.Application.Runs;

/// <summary>Follows a <c>$ref</c> in a schema that compiled: <c>#</c> and a JSON pointer (RFC 6901).</summary>
internal static class SchemaReference
{
    /// <summary>What the reference leads to; null where it leads nowhere in this schema.</summary>
    public static JsonElement? Find(JsonElement root, string reference)
    {
        if (!reference.StartsWith('#')) return null;
        var steps = Uri.UnescapeDataString(reference[1..]).Split('/');
        JsonElement? found = steps[0].Length == 0 ? root : null;
        foreach (var step in steps.Skip(1)) found = found is { } at ? Step(at, Unescape(step)) : null;
        return found;
    }

    private static string Unescape(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static JsonElement? Step(JsonElement at, string step) => at.ValueKind switch
    {
        JsonValueKind.Object => at.TryGetProperty(step, out var member) ? member : null,
        JsonValueKind.Array => IndexOf(step) is { } index && index < at.GetArrayLength() ? at[index] : null,
        _ => null,
    };

    private static int? IndexOf(string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && (step[0] != '0' || step.Length == 1) ? index : null;
}
