using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>Makes the request that a caller has written, with the credential of the connection.</summary>
internal static class RawRequestBuilder
{
    /// <param name="server">The base that the path is put behind.</param>
    public static Result<OutgoingRequest> Build(ActionCall call, RawRequest raw, Uri server, AppliedCredential credential)
    {
        foreach (var (name, value) in raw.Headers)
        {
            if (IsPlacedBy(call.Scheme, PlacementTarget.Header, name))
                return Invalid(call, "/headers", $"must not have the header {name}: the credential is there");
            if (HeaderText.ProblemOf(value) is { } problem) return Invalid(call, "/headers", $"{name} {problem}");
        }
        if (raw.Query.Keys.FirstOrDefault(name => IsPlacedBy(call.Scheme, PlacementTarget.Query, name)) is { } placed)
            return Invalid(call, "/query", $"must not have {placed}: the credential is there");
        var url = UrlOf(raw, server, credential);
        // The rules of the path say so already; the credential is worth a second look.
        if (Origin.Of(url) != Origin.Of(server) || !url.AbsolutePath.StartsWith(server.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal))
            return Invalid(call, "/path", "leads away from the tool's server");
        var body = raw.Body is { } json ? new Payload(JsonMarshal.GetRawUtf8Value(json).ToArray(), "application/json") : null;
        return new OutgoingRequest(HttpMethod.Parse(raw.Method), url, ActionPlan.HeadersOf(call.Tool), [.. raw.Headers, .. credential.Headers], body);
    }

    private static Uri UrlOf(RawRequest raw, Uri server, AppliedCredential credential)
    {
        var text = new StringBuilder(server.AbsoluteUri.TrimEnd('/'), 256).Append(raw.Path);
        var pairs = raw.Query.SelectMany(pair => pair.Value.ValueKind == JsonValueKind.Array
            ? pair.Value.EnumerateArray().Select(one => KeyValuePair.Create(pair.Key, ParameterText.OfOne(one)))
            : [KeyValuePair.Create(pair.Key, ParameterText.OfOne(pair.Value))]);
        var separator = '?';
        foreach (var (name, value) in pairs.Concat(credential.Query))
        {
            text.Append(separator);
            ParameterText.AppendPair(text, name, value);
            separator = '&';
        }
        return new Uri(text.ToString());
    }

    private static bool IsPlacedBy(AuthScheme scheme, PlacementTarget target, string name) => scheme.Placements.Any(placement =>
        placement.Target == target && placement.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Error Invalid(ActionCall call, string pointer, string message) =>
        RunErrors.ParametersInvalid(call.Tool.Name, RawRequest.ActionName, [new Problem(pointer, message)]);
}
