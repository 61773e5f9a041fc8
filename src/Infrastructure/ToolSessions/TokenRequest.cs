using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Runs.Requests;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Writes requests to a token endpoint (RFC 6749, sections 2.3.1 and 4).</summary>
internal static class TokenRequest
{
    private static readonly ProductInfoHeaderValue UserAgent =
        new("ModuleX", typeof(TokenRequest).Assembly.GetName().Version?.ToString(3) ?? "0");

    /// <summary>Null where a header of the manifest's can't be sent as it is filled.</summary>
    /// <param name="parameters">Without those of the client.</param>
    /// <param name="further">The manifest's own for this kind of request.</param>
    public static HttpRequestMessage? Create(
        Uri url, AuthorizationTarget target, RequestParameters parameters, ImmutableArray<KeyValuePair<string, TextTemplate>> further)
    {
        var oauth = target.Scheme.OAuth!;
        var request = new HttpRequestMessage(HttpMethod.Post, url);
        AddCommonHeaders(request);
        Authenticate(request, oauth, target.Client, parameters);
        foreach (var (name, value) in new RequestParameters(oauth, target.Fields, target.Client?.Id).With(oauth.TokenHeaders).Pairs)
        {
            if (HeaderText.ProblemOf(value) is not null) return null;
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
        // Once: a code or a rotating refresh token that arrives twice looks stolen, and the server may end the whole grant.
        request.Content = ContentOf(parameters.With(further).Pairs, oauth.SendsJson);
        return request;
    }

    public static HttpContent ContentOf(IReadOnlyList<KeyValuePair<string, string>> parameters, bool asJson) => asJson
        ? new SentOnceContent(Encoding.UTF8.GetBytes(JsonOf(parameters).ToJsonString()), "application/json")
        : new SentOnceContent(Encoding.ASCII.GetBytes(FormOf(parameters)), "application/x-www-form-urlencoded");

    /// <summary>Both parts are form-encoded before they are joined, because an id may hold a colon.</summary>
    public static AuthenticationHeaderValue BasicOf(OAuthClient client) =>
        new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{FormEncoded(client.Id)}:{FormEncoded(client.Secret ?? "")}")));

    public static void AddCommonHeaders(HttpRequestMessage request)
    {
        // Without it GitHub answers a form.
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.UserAgent.Add(UserAgent);
    }

    private static void Authenticate(HttpRequestMessage request, OAuthEndpoints oauth, OAuthClient? client, RequestParameters parameters)
    {
        if (client is null) return;
        if (oauth.ClientAuthentication == ClientAuthentication.Basic && client.Secret is not null)
        {
            request.Headers.Authorization = BasicOf(client);
            return;
        }
        parameters.Add(CredentialValues.ClientId, client.Id);
        if (oauth.ClientAuthentication != ClientAuthentication.None && client.Secret is { } secret) parameters.Add(CredentialValues.ClientSecret, secret);
    }

    /// <summary>By name, or by JSON pointer where it starts with a slash: some services want a credential inside of objects.</summary>
    private static JsonObject JsonOf(IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var root = new JsonObject();
        foreach (var (name, value) in parameters)
        {
            var at = root;
            string[] steps = name.StartsWith('/') ? [.. name[1..].Split('/').Select(Unescaped)] : [name];
            foreach (var step in steps[..^1])
            {
                if (at[step] is not JsonObject inner) at[step] = inner = [];
                at = inner;
            }
            at[steps[^1]] = value;
        }
        return root;
    }

    /// <summary>RFC 6901, section 4.</summary>
    private static string Unescaped(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static string FormOf(IReadOnlyList<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters.Select(pair => $"{FormEncoded(pair.Key)}={FormEncoded(pair.Value)}"));

    /// <summary>RFC 6749, appendix B.</summary>
    private static string FormEncoded(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
