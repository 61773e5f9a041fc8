using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Application.Runs;

namespace ModuleX.Api.Surfaces.V1;

/// <param name="Path">
/// Behind the address of the tool's server, percent-encoded: no scheme or host, no query, no <c>//</c>, backslash, <c>.</c> or <c>..</c>, encoded or not.
/// </param>
/// <param name="Query">Text, numbers and booleans, or lists of them, which become one pair each; not encoded.</param>
/// <param name="Headers">Not those that aim, frame or authorize a request, nor <c>Content-Type</c>, which the body decides.</param>
/// <param name="Body">Any JSON, sent as <c>application/json</c>; null for none.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RawRequestBody(
    [property: AllowedValues("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")] string Method,
    [property: MaxLength(RawRequest.MaximumPathLength)] string Path,
    IReadOnlyDictionary<string, JsonElement>? Query = null,
    IReadOnlyDictionary<string, string>? Headers = null,
    JsonElement? Body = null)
{
    public RawRequest ToRequest() => new(
        Method, Path, Query ?? new Dictionary<string, JsonElement>(), Headers ?? new Dictionary<string, string>(),
        Body is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } body ? body : null);
}

/// <summary>What the service answered, whatever its status; written by hand around its own JSON.</summary>
/// <param name="Id">Of the run, for its record.</param>
/// <param name="Status">The HTTP status of the service: 4xx and 5xx too.</param>
/// <param name="Headers">Those that say nothing of the connection, such as <c>content-type</c>, <c>etag</c>, <c>link</c> and <c>retry-after</c>.</param>
/// <param name="Body">
/// Any JSON; for text <c>{content_type, text}</c>, for other content <c>{content_type, base64}</c>, null for none. The credential is <c>***</c> in it.
/// </param>
internal sealed record RawRequestResponse(Guid Id, int Status, IReadOnlyDictionary<string, string> Headers, JsonElement Body);
