using System.Text;
using System.Text.Json;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>Writes an argument as text, the way a URL, a header or a form holds it.</summary>
internal static class ParameterText
{
    /// <summary>A string as it is, a list of plain values with commas, everything else as JSON.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(OfOne)),
        _ => value.GetRawText(),
    };

    /// <summary>A string as it is, everything else as JSON: <c>true</c>, <c>12</c>, <c>{"a":1}</c>.</summary>
    public static string OfOne(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>
    /// Puts the value into the placement's text. Where the text has it between quotes, quotes inside of the value are escaped with a backslash:
    /// a value must not end the quotes and go on as a query of its own.
    /// </summary>
    public static string Wrap(ParameterPlacement placement, string value)
    {
        if (placement.Wrap is not { } wrap) return value;
        if (wrap.Contains("'{}'", StringComparison.Ordinal))
            value = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
        else if (wrap.Contains("\"{}\"", StringComparison.Ordinal)) value = value.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return wrap.Replace("{}", value, StringComparison.Ordinal);
    }

    /// <summary>A problem of one parameter; <paramref name="below"/> continues the pointer.</summary>
    public static Problem ProblemOf(string parameter, string message, string below = "") =>
        new($"/{parameter.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}{below}", message);

    /// <summary>Appends <c>name=value</c> percent-encoded.</summary>
    public static void AppendPair(StringBuilder text, string name, string value) =>
        text.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
}
