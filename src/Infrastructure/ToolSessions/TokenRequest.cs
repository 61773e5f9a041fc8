using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Runs.Requests;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Writes requests to a token endpoint (RFC 6749, sections 2.3.1 and 4).</summary>
internal static class TokenRequest
{
    private static readonly ProductInfoHeaderValue UserAgent =
        new("ModuleX", typeof(TokenRequest).Assembly.GetName().Version?.ToString(3) ?? "0");

    public static HttpRequestMessage Create(Uri url, AuthorizationTarget target, List<KeyValuePair<string, string>> parameters)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url);
        AddCommonHeaders(request);
        Authenticate(request, target, parameters);
        // Once: a code or a rotating refresh token that arrives twice looks stolen, and the server may end the whole grant.
        request.Content = ContentOf(parameters, target.Scheme.OAuth is { SendsJson: true });
        return request;
    }

    public static HttpContent ContentOf(List<KeyValuePair<string, string>> parameters, bool asJson) => asJson
        ? new SentOnceContent(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(parameters)), "application/json")
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

    private static void Authenticate(HttpRequestMessage request, AuthorizationTarget target, List<KeyValuePair<string, string>> parameters)
    {
        if (target.Client is not { } client) return;
        if (target.Scheme.OAuth?.ClientAuthentication == ClientAuthentication.Basic && client.Secret is not null)
        {
            request.Headers.Authorization = BasicOf(client);
            return;
        }
        parameters.Add(new("client_id", client.Id));
        if (target.Scheme.OAuth?.ClientAuthentication != ClientAuthentication.None && client.Secret is { } secret) parameters.Add(new("client_secret", secret));
    }

    private static string FormOf(List<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters.Select(pair => $"{FormEncoded(pair.Key)}={FormEncoded(pair.Value)}"));

    /// <summary>RFC 6749, appendix B.</summary>
    private static string FormEncoded(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
