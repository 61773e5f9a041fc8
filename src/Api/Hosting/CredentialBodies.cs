using System.Text.Json;
using ModuleX.Application.ToolSessions;

namespace ModuleX.Api.Hosting;

/// <summary>Credentials as bodies and queries carry them, the same in every surface.</summary>
internal static class CredentialBodies
{
    /// <summary>Text as it is, anything else as its JSON; what is null counts as not there.</summary>
    /// <exception cref="InvalidRequestException">A text is no Unicode.</exception>
    public static CredentialValues ToValues(this IReadOnlyDictionary<string, JsonElement> credentials) => new(credentials
        .Where(pair => pair.Value.ValueKind != JsonValueKind.Null)
        .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ValueKind == JsonValueKind.String ? JsonBody.TextOf(pair.Value) : pair.Value.GetRawText())));

    /// <summary>The connection fields of a self-hosted tool in a query.</summary>
    /// <param name="others">Names that mean something else.</param>
    public static CredentialValues ToConnectionFields(this IQueryCollection query, params string[] others) =>
        new(query.Where(pair => !others.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
}
