using System.Text;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Runs.Requests;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Writes the revocation that a manifest describes.</summary>
internal static class RevocationRequests
{
    /// <summary>Null where the credential lacks a value that the request names: then there is nothing to revoke.</summary>
    public static HttpRequestMessage? Create(Uri server, RevocationRequest revoke, AuthorizationTarget target)
    {
        var url = new StringBuilder(server.AbsoluteUri.TrimEnd('/'));
        if (!revoke.Path.TryFill(url, ValueOf, out _)) return null;
        var body = new List<KeyValuePair<string, string>>();
        foreach (var (name, template) in revoke.Body)
        {
            if (template.Fill(ValueOf) is not { } value) return null;
            body.Add(new(name, value));
        }
        var headers = new List<KeyValuePair<string, string>>(target.Tool.Server.Headers);
        if (revoke.UsesToken)
        {
            if (AppliedCredential.Of(target.Scheme, target.Fields) is not { } credential) return null;
            headers.AddRange(credential.Headers);
            if (!credential.Query.IsEmpty) url.Append(revoke.Path.Text.Contains('?', StringComparison.Ordinal) ? '&' : '?').Append(QueryOf(credential));
        }

        var request = new HttpRequestMessage(HttpMethod.Parse(revoke.Method), url.ToString());
        TokenRequest.AddCommonHeaders(request);
        foreach (var (name, value) in headers)
        {
            if (request.Headers.NonValidated.Contains(name)) request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
        if (!revoke.UsesToken) request.Headers.Authorization = TokenRequest.BasicOf(target.Client!);
        if (body.Count > 0) request.Content = TokenRequest.ContentOf(body, revoke.SendsJson);
        return request;

        string? ValueOf(string name) => name == CredentialValues.ClientId && target.Client is { } client ? client.Id : target.Fields.Find(name);
    }

    private static string QueryOf(AppliedCredential credential) =>
        string.Join('&', credential.Query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
}
