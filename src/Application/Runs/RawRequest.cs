using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Runs;

/// <summary>A request to a tool's own server that no action of its manifest makes. Its text is the method: a path can hold what is private.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Path">Behind the server's address, percent-encoded, without a query.</param>
/// <param name="Query">Not encoded. A list is one pair each; text, numbers and booleans.</param>
/// <param name="Body">JSON; null for none.</param>
public sealed partial record RawRequest(
    string Method, string Path, IReadOnlyDictionary<string, JsonElement> Query, IReadOnlyDictionary<string, string> Headers, JsonElement? Body)
{
    /// <summary>Under which it is recorded, and can be switched off for a connection like an action.</summary>
    public const string ActionName = "raw_request";

    public const int MaximumPathLength = 4096;
    private const int MaximumHeaders = 50;

    /// <summary>Each of them undoes one layer of encoding; a service decodes once or twice.</summary>
    private const int MaximumDecodings = 4;

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    /// <summary>What aims or frames the request, belongs to the hop (RFC 9110, section 7.6.1), or changes the method behind the record's back.</summary>
    private static readonly string[] RefusedHeaders =
    [
        "Accept-Encoding", "Connection", "Expect", "Forwarded", "Host", "Keep-Alive", "Max-Forwards", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Via",
        "X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL", "X-Host", "X-Original-Host", "X-Real-IP",
    ];

    private static readonly string[] RefusedPrefixes = ["Content-", "Proxy-", "Sec-", "X-Forwarded-"];

    /// <summary>The credential is the connection's: a second one beside it would belong to another account, and no record would show it.</summary>
    private static readonly string[] CredentialWords =
        ["authoriz", "authent", "cookie", "token", "api-key", "apikey", "access-key", "secret", "password", "credential", "session", "signature"];

    /// <summary>Stands for an action in leases, records and spans.</summary>
    internal static ActionDefinition Action { get; } = new()
    {
        Name = ActionName,
        Title = "Raw request",
        Description = "A request of the caller's own.",
        Parameters = new NoParameters(),
        Request = null,
    };

    /// <summary>It may be sent again: the method only reads (RFC 9110, section 9.2.1).</summary>
    public bool IsSafe => Method is "GET" or "HEAD";

    public override string ToString() => Method;

    /// <summary>A status of failure, as the record of the run tells it; null for a success, and for what is no raw request.</summary>
    internal static Error? FailureIn(string tool, Result<RunContent> outcome) =>
        outcome.Failed(out _, out var content) || content is not RunContent.Answered { Status: >= 400 and var status } ? null
        : status >= 500 ? RunErrors.Failed(tool, status, "") : RunErrors.Refused(tool, status, null, "");

    /// <summary>What is wrong with it, as far as that can be told without the connection; empty for nothing.</summary>
    internal ImmutableArray<Problem> Problems()
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (!Methods.Contains(Method)) problems.Add(new("/method", $"must be one of {string.Join(", ", Methods)}"));
        if (PathProblem(Path) is { } path) problems.Add(new("/path", path));
        if (Query.Any(pair => !IsQueryValue(pair.Value))) problems.Add(new("/query", "must hold text, numbers and booleans, or lists of them"));
        if (Headers.Count > MaximumHeaders) problems.Add(new("/headers", $"must have at most {MaximumHeaders} headers"));
        foreach (var name in Headers.Keys.Where(name => !IsHeaderAllowed(name))) problems.Add(new("/headers", $"must not have the header {Shown(name)}"));
        if (Body is not null && Method is "GET" or "HEAD") problems.Add(new("/body", $"must not be there with {Method}"));
        if (Body is { } body && !Pipeline.JsonText.IsUnicode(body)) problems.Add(new("/body", "must be Unicode text throughout"));
        return problems.ToImmutable();
    }

    /// <summary>Services and proxies decode before they resolve: what leaves the server's base in any layer of encoding is refused.</summary>
    private static string? PathProblem(string path)
    {
        if (path.Length > MaximumPathLength) return $"must have at most {MaximumPathLength} characters";
        if (!LegalPath().IsMatch(path)) return "must begin with one slash and be a path of RFC 3986, percent-encoded, without scheme, host, query and fragment";
        var text = path;
        for (var layer = 0; ; layer++)
        {
            if (text.Contains("//", StringComparison.Ordinal)) return "must not have two slashes in a row, encoded or not";
            if (text.Contains('\\', StringComparison.Ordinal)) return "must not have backslashes, encoded or not";
            if (text.Any(char.IsControl)) return "must not have control characters";
            // Some servers cut a segment at its first semicolon, and resolve what is left: "..;" is "..".
            if (text.Split('/').Any(segment => segment.Split(';')[0] is "." or "..")) return "must not have the segments . and .., encoded or not";
            var decoded = Uri.UnescapeDataString(text);
            if (decoded == text) return null;
            if (layer == MaximumDecodings) return "is encoded too often";
            text = decoded;
        }
    }

    private static bool IsHeaderAllowed(string name) =>
        HeaderName().IsMatch(name)
        && !RefusedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)
        && !RefusedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        && !CredentialWords.Any(word => name.Replace('_', '-').Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsQueryValue(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().All(IsPlain) : IsPlain(value);

    private static bool IsPlain(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False && Pipeline.JsonText.IsUnicode(value);

    /// <summary>It is text of a caller, and some of it may be a line of its own in a log.</summary>
    private static string Shown(string name) => HeaderName().IsMatch(name) ? name : "with a name that is no token";

    [GeneratedRegex(@"\A/(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LegalPath();

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+\-.^_`|~]{1,128}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HeaderName();

    /// <summary>A raw request is read by its own rules.</summary>
    private sealed class NoParameters : IParameterSchema
    {
        public JsonElement Source { get; } = JsonElement.Parse("""{"type":"object","properties":{}}""");

        public ImmutableArray<Problem> Validate(JsonElement instance) => [];
    }
}
