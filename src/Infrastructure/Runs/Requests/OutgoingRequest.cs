using System.Collections.Immutable;
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

    public override string ToString() => $"{Method} ***";
}
