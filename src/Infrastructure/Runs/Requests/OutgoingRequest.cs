using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using ModuleX.Application.Runs;
using ModuleX.Infrastructure.Runs.Answers;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>A request that can be sent more than once.</summary>
/// <param name="Url">With the credential's part of the query: not for logs.</param>
/// <param name="Headers">What the manifest says, the same for every call.</param>
/// <param name="CallHeaders">What this call adds: parameters and the credential.</param>
/// <param name="Body">Null for none.</param>
internal sealed record OutgoingRequest(
    HttpMethod Method,
    Uri Url,
    ImmutableArray<KeyValuePair<string, string>> Headers,
    ImmutableArray<KeyValuePair<string, string>> CallHeaders,
    Payload? Body)
{
    /// <summary>The path with names where parameters go, for spans; null where a service chose the address.</summary>
    public string? PathTemplate { get; init; }

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Url);
        OutgoingSpan.Describe(message, PathTemplate);
        foreach (var (name, value) in Headers) message.Headers.TryAddWithoutValidation(name, value);
        foreach (var (name, value) in CallHeaders)
        {
            // A manifest may fix a header that a parameter, or the credential, sets: there is one of it, and it is theirs.
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }
        if (Body is { } body) message.Content = new SentOnceContent(body.Bytes, body.ContentType);
        else if (Method == HttpMethod.Post || Method == HttpMethod.Put || Method == HttpMethod.Patch) message.Content = new SentOnceContent(default, null);
        return message;
    }

    /// <summary>The request as people may see it.</summary>
    /// <param name="mask">Takes out what of the credential got elsewhere, as into the address of a tool's own server.</param>
    public RequestPreview Preview(SecretMask mask)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Headers.Concat(CallHeaders)) headers[name] = Shown(value);
        if (Body is not null) headers["Content-Type"] = Body.ContentType;
        var body = Body is not null && Utf8.IsValid(Body.Bytes.Span) ? Shown(Encoding.UTF8.GetString(Body.Bytes.Span)) : null;
        var url = Shown(Url.AbsoluteUri).Replace(Uri.EscapeDataString(SecretMask.Masked), SecretMask.Masked, StringComparison.Ordinal);
        return new RequestPreview(Method.Method, url, headers, body);

        string Shown(string text) => mask.Find(text) ?? text;
    }

    public override string ToString() => $"{Method} ***";
}
