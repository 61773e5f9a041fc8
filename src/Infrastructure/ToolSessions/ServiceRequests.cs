using System.Text;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Runs.Requests;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Writes the requests that a manifest describes besides its actions.</summary>
internal static class ServiceRequests
{
    /// <summary>Null where a value is missing that the request names, or does not fit where it goes.</summary>
    /// <param name="assertion">What <c>{assertion}</c> stands for; null where nothing is signed.</param>
    public static HttpRequestMessage? Create(ServiceRequest request, AuthorizationTarget target, string? assertion = null)
    {
        var url = new StringBuilder();
        var headers = new List<KeyValuePair<string, string>>();
        if (request.Url is { } whole)
        {
            if (whole.Fill(target.Fields) is not { } address) return null;
            url.Append(address.AbsoluteUri);
        }
        else
        {
            if (target.Tool.Server.Url.Fill(target.Fields) is not { } server) return null;
            url.Append(server.AbsoluteUri.TrimEnd('/'));
            if (!request.Path!.TryFill(url, ValueOf, out _)) return null;
            // They are the server's own: another host is none of its business.
            headers.AddRange(target.Tool.Server.Headers);
        }
        if (request.Authority == RequestAuthority.Token)
        {
            if (AppliedCredential.Of(target.Scheme, target.Fields) is not { } credential) return null;
            headers.AddRange(credential.Headers);
            foreach (var (name, value) in credential.Query)
                ParameterText.AppendPair(url.Append(url.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?'), name, value);
        }
        if (Fill(request.Headers, ValueOf) is not { } own || own.Exists(header => HeaderText.ProblemOf(header.Value) is not null)) return null;
        if (Fill(request.Body, ValueOf) is not { } body) return null;

        var message = new HttpRequestMessage(HttpMethod.Parse(request.Method), url.ToString());
        TokenRequest.AddCommonHeaders(message);
        foreach (var (name, value) in headers.Concat(own))
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }
        if (request.Authority == RequestAuthority.Client)
        {
            if (target.Client is not { } client) return null;
            message.Headers.Authorization = TokenRequest.BasicOf(client);
        }
        if (body.Count > 0) message.Content = TokenRequest.ContentOf(body, request.SendsJson);
        return message;

        string? ValueOf(string name) => name switch
        {
            CredentialValues.ClientId when target.Client is { } client => client.Id,
            "assertion" when assertion is not null => assertion,
            _ => AppliedCredential.ValueOf(target.Fields, name),
        };
    }

    private static List<KeyValuePair<string, string>>? Fill(
        IEnumerable<KeyValuePair<string, TextTemplate>> templates, Func<string, string?> valueOf)
    {
        var filled = new List<KeyValuePair<string, string>>();
        foreach (var (name, template) in templates)
        {
            if (template.Fill(valueOf) is not { } value) return null;
            filled.Add(new(name, value));
        }
        return filled;
    }
}
