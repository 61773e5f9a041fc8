using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>JSON pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>The place of a member.</summary>
    public static string Append(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The place of an item.</summary>
    public static string Append(string pointer, int index) => $"{pointer}/{index}";

    /// <summary>Finds what a pointer names; false where it names nothing, or is none.</summary>
    public static bool TryResolve(JsonElement root, string pointer, [NotNullWhen(true)] out JsonElement? found)
    {
        found = root;
        if (pointer.Length == 0)
            return true;

        var steps = pointer.Split('/');
        found = steps[0].Length == 0 ? root : null;
        foreach (var step in steps.AsSpan(1))
            found = found is { } at ? Step(at, Unescape(step)) : null;
        return found is not null;
    }

    private static string Unescape(string step) =>
        step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static JsonElement? Step(JsonElement at, string step)
    {
        if (at.ValueKind is JsonValueKind.Array)
            return int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < at.GetArrayLength() && (step[0] != '0' || step.Length == 1)
                ? at[index]
                : null;

        return at.ValueKind is JsonValueKind.Object ? NameLookup.Find(at, step) : null;
    }
}
