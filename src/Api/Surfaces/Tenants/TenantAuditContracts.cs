using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Tenants;

internal sealed record TenantResultsResponse<T>([property: JsonPropertyName("results")] IReadOnlyList<T> Results);

/// <param name="User">Who did it: system for the server itself and the command line, unknown where nobody has such an account.</param>
/// <param name="Action">CREATE, UPDATE, DELETE, LOGIN, LOGIN_FAILED, LOGOUT or another word in upper case.</param>
/// <param name="ResourceType">USER, ORGANIZATION and the like.</param>
/// <param name="ResourceId">The number of a user, the id of anything else; empty where there is no such thing.</param>
/// <param name="Changes">By field, what it was (from) and what it became (to); no secrets.</param>
/// <param name="IpAddress">Empty for the server itself and the command line.</param>
internal sealed record TenantAuditLogResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("user")] TenantAuditUser User,
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("resource_type")] string ResourceType,
    [property: JsonPropertyName("resource_id")] string ResourceId,
    [property: JsonPropertyName("changes")] JsonElement Changes,
    [property: JsonPropertyName("timestamp")] string Timestamp,
    [property: JsonPropertyName("ip_address")] string IpAddress);

internal sealed record TenantAuditUser([property: JsonPropertyName("username")] string Username);
