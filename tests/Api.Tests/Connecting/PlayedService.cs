using System.Collections.Specialized;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace ModuleX.Api.Tests.Connecting;

/// <summary>
/// A service that behaves as the real one of its name does. Each host of its manifest has an address of its own (127.0.0.2 and up), so that a token at the
/// wrong host is seen.
/// </summary>
internal abstract partial class PlayedService(string name) : IAsyncDisposable
{
    private readonly List<string> _hosts = [];
    private readonly HashSet<string> _access = [];
    private readonly HashSet<string> _refresh = [];
    private readonly List<string> _calls = [];
    private Upstream _upstream = null!;
    private string? _code;

    public string Name => name;

    public string ClientId => $"client-of-{name}";

    public string ClientSecret { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What it was asked, with the real names of its hosts.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    public IReadOnlyList<string> Revoked { get; private set; } = [];

    public RecordedRequest LastRequest => _upstream.Requests[^1];

    /// <summary>The query of the last visit of a person.</summary>
    public NameValueCollection Asked { get; private set; } = [];

    /// <summary>What its callbacks carry besides code and state.</summary>
    protected virtual string CallbackExtras => "";

    public async Task StartAsync()
    {
        _upstream = await Upstream.StartAsync(IPAddress.Any);
        _upstream.Answer = async context =>
        {
            var request = _upstream.Requests[^1];
            var call = $"{request.Method} {RealNameOf(request.Header("Host")!)}{request.Target.Split('?')[0]}";
            _calls.Add(call);
            var (status, body) = Answer(call, request);
            await Upstream.Json(context, body, status);
        };
    }

    /// <summary>The manifest with its hosts on this machine.</summary>
    public JsonObject ReadManifest()
    {
        var text = File.ReadAllText(Repository.PathOf("tests", "Api.Tests", "Connecting", "manifests", $"{name}.json"));
        // A field inside of a host stays one: the shop "127" is 127.0.0.1.
        text = text.Replace("https://{shop}.myshopify.com", $"http://{{shop}}.0.0.1:{_upstream.Url.Port}", StringComparison.Ordinal);
        var manifest = JsonNode.Parse(Host().Replace(text, match => $"http://{AddressOf(match.Groups[1].Value)}"))!.AsObject();
        if (manifest["server"]!["allowed_hosts"] is JsonArray hosts)
            manifest["server"]!["allowed_hosts"] = new JsonArray([.. hosts.Select(host => (JsonNode)AddressOf(host!.GetValue<string>()).Split(':')[0])]);
        return manifest;
    }

    /// <summary>Where a host is on this machine, with the port.</summary>
    public string AddressOf(string host)
    {
        if (!_hosts.Contains(host)) _hosts.Add(host);
        return $"127.0.0.{_hosts.IndexOf(host) + 2}:{_upstream.Url.Port}";
    }

    /// <summary>The person agrees. Gives the callback, not visited yet.</summary>
    public Uri Authorize(string url)
    {
        var visited = new Uri(url);
        Asked = HttpUtility.ParseQueryString(visited.Query);
        _calls.Add($"visit {RealNameOf(visited.Authority)}{visited.AbsolutePath}");
        Asked["client_id"].ShouldBe(ClientId);
        _code = Guid.NewGuid().ToString("N");
        return new($"{Asked["redirect_uri"]}?code={_code}&state={Uri.EscapeDataString(Asked["state"]!)}{CallbackExtras}");
    }

    /// <summary>Every access token ends; with refresh tokens, the person has taken everything back.</summary>
    public void EndTokens(bool withRefresh = false)
    {
        _access.Clear();
        if (withRefresh) _refresh.Clear();
    }

    public async ValueTask DisposeAsync() => await _upstream.DisposeAsync();

    /// <param name="call">Method, real host and path.</param>
    protected abstract (int Status, string Body) Answer(string call, RecordedRequest request);

    protected string Issue() => Remember(_access, $"a-{Guid.NewGuid():N}");

    protected string IssueRefresh() => Remember(_refresh, $"r-{Guid.NewGuid():N}");

    /// <summary>True where the header carries a token that is good.</summary>
    protected bool Knows(RecordedRequest request, string header = "Authorization", string prefix = "Bearer ") =>
        request.Header(header) is { } value && value.StartsWith(prefix, StringComparison.Ordinal) && _access.Contains(value[prefix.Length..]);

    protected bool Revoke(string? token)
    {
        if (token is null || !(_access.Remove(token) | _refresh.Remove(token))) return false;
        Revoked = [.. Revoked, token];
        return true;
    }

    /// <summary>Body as form or JSON.</summary>
    protected static IReadOnlyDictionary<string, string> Sent(RecordedRequest request) => request.Header("Content-Type") == "application/json"
        ? JsonSerializer.Deserialize<Dictionary<string, string>>(request.Body)!
        : QueryHelpers.ParseQuery(request.Text).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    /// <summary>RFC 6749's word for what is wrong with a token request; null where nothing is.</summary>
    protected string? ProblemOf(RecordedRequest request)
    {
        var sent = Sent(request);
        var basic = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:{ClientSecret}"));
        var isClient = request.Header("Authorization") is { } header ? header == $"Basic {basic}"
            : sent.GetValueOrDefault("client_id") == ClientId && sent.GetValueOrDefault("client_secret") == ClientSecret;
        if (!isClient) return "invalid_client";
        if (sent["grant_type"] == "refresh_token") return _refresh.Contains(sent["refresh_token"]) ? null : "invalid_grant";
        var (code, challenge) = (_code, Asked["code_challenge"]);
        _code = null;
        var isVerified = challenge is null ? !sent.ContainsKey("code_verifier") : challenge == ChallengeOf(sent["code_verifier"]);
        return sent["code"] == code && sent["redirect_uri"] == Asked["redirect_uri"] && isVerified ? null : "invalid_grant";
    }

    private static string ChallengeOf(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static string Remember(HashSet<string> tokens, string token)
    {
        tokens.Add(token);
        return token;
    }

    private string RealNameOf(string address) =>
        int.Parse(address.Split(':')[0].Split('.')[^1], null) is > 1 and var number ? _hosts[number - 2] : "127.myshopify.com";

    [GeneratedRegex(@"https://([a-z0-9.-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Host();
}
