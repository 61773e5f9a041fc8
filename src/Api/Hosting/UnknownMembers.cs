using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Tells of members that are not read. They are ignored as long as all is there; where something is missing, one of them is often what was meant.
/// </summary>
internal static partial class UnknownMembers
{
    private const int MostNamed = 3;

    /// <returns>Empty, or words to stand behind a sentence.</returns>
    public static string In(JsonElement body, JsonTypeInfo type) => In(body, [.. type.Properties.Select(property => property.Name)]);

    /// <inheritdoc cref="In(JsonElement, JsonTypeInfo)"/>
    public static string In(JsonElement body, params ReadOnlySpan<string> known)
    {
        if (body.ValueKind != JsonValueKind.Object) return "";
        var names = new List<string>();
        foreach (var member in body.EnumerateObject())
        {
            // Names are of the caller's choice: what is no plain name is not repeated.
            if (names.Count < MostNamed && !known.Contains(member.Name) && PlainName().IsMatch(member.Name)) names.Add(member.Name);
        }
        return names.Count == 0 ? "" : $"; not known: {string.Join(", ", names)}";
    }

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,64}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PlainName();
}
