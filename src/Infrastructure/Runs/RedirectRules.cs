using System.Collections.Immutable;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Runs.Hosts;
using ModuleX.Infrastructure.Runs.Requests;

namespace ModuleX.Infrastructure.Runs;

/// <summary>Decides whether a redirect is followed, and what of the request goes along.</summary>
internal static class RedirectRules
{
    public const int MaximumHops = 5;

    /// <summary>What says nothing about who asks. Everything else stays behind when the origin changes: any header can hold a secret.</summary>
    private static readonly string[] HarmlessHeaders = ["Accept", "Accept-Language", "User-Agent"];

    /// <summary>The method of the next request; null when the answer is no redirect that is followed.</summary>
    public static HttpMethod? NextMethod(HttpMethod method, int status, bool isIdempotent) => status switch
    {
        301 or 302 or 303 or 307 or 308 when method == HttpMethod.Get || method == HttpMethod.Head => method,
        303 => HttpMethod.Get,
        307 or 308 when isIdempotent => method,
        // 301 and 302 leave open whether a POST stays one; guessing would do the work twice or not at all.
        _ => null,
    };

    /// <summary>True when the host of a tool's request may be this one: the server's own, or one that the manifest allows.</summary>
    public static bool AllowsHost(ToolDefinition tool, Uri server, Uri target)
    {
        if (target.IdnHost.Equals(server.IdnHost, StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var pattern in tool.Server.AllowedHosts)
        {
            if (HostPattern.Matches(pattern, target.IdnHost)) return true;
        }
        return false;
    }

    /// <summary>Never from https to http, and nowhere with user info in the address.</summary>
    public static bool AllowsTarget(Uri from, Uri target) =>
        target.Scheme is "http" or "https" && !(from.Scheme == "https" && target.Scheme == "http") && target.UserInfo.Length == 0;

    /// <summary>The request at its new place.</summary>
    /// <param name="isHome">Every hop so far has stayed at the origin that the credential belongs to.</param>
    public static OutgoingRequest Follow(OutgoingRequest request, HttpMethod method, Uri target, AppliedCredential credential, bool isHome)
    {
        var body = method == request.Method ? request.Body : null;
        if (isHome) return request with { Method = method, Url = WithQuery(target, credential), Body = body, PathTemplate = null };
        return request with
        {
            Method = method,
            Url = WithoutQuery(target, credential),
            Headers = Harmless(request.Headers),
            CallHeaders = [],
            Body = body,
            PathTemplate = null,
        };
    }

    public static bool IsSameOrigin(Uri left, Uri right) => Origin.Of(left) == Origin.Of(right);

    private static ImmutableArray<KeyValuePair<string, string>> Harmless(ImmutableArray<KeyValuePair<string, string>> headers) =>
        [.. headers.Where(header => HarmlessHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase))];

    /// <summary>Adds what the service left out of the address that it sent us to.</summary>
    private static Uri WithQuery(Uri target, AppliedCredential credential)
    {
        var missing = credential.Query.Where(pair => !PairsOf(target).Any(known => NameOf(known) == pair.Key)).ToList();
        if (missing.Count == 0) return target;
        var added = string.Join('&', missing.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return new UriBuilder(target) { Query = target.Query.Length > 1 ? $"{target.Query[1..]}&{added}" : added, Fragment = "" }.Uri;
    }

    /// <summary>Takes out the credential that a service copied from our address into the one that it sends us to.</summary>
    private static Uri WithoutQuery(Uri target, AppliedCredential credential)
    {
        var values = credential.Query.Select(pair => pair.Value).ToHashSet();
        if (values.Count == 0 || target.Query.Length <= 1) return target;
        var kept = PairsOf(target).Where(pair => !values.Contains(ValueOf(pair)));
        return new UriBuilder(target) { Query = string.Join('&', kept), Fragment = "" }.Uri;
    }

    private static string[] PairsOf(Uri uri) => uri.Query.Length <= 1 ? [] : uri.Query[1..].Split('&');

    private static string NameOf(string pair) => Decoded(pair.Split('=', 2)[0]);

    private static string ValueOf(string pair) => pair.Split('=', 2) is [_, var value] ? Decoded(value) : "";

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
