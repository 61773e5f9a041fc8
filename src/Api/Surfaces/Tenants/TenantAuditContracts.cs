using System.Text.Json;

namespace ModuleX.Api.Surfaces.Tenants;

internal sealed record TenantResultsResponse<T>(IReadOnlyList<T> Results);

/// <param name="User">Who did it: system for the server itself and the command line, unknown where nobody has such an account.</param>
/// <param name="Action">CREATE, UPDATE, DELETE, LOGIN, LOGIN_FAILED, LOGOUT or another word in upper case.</param>
/// <param name="ResourceType">USER, ORGANIZATION and the like.</param>
/// <param name="ResourceId">The number of a user, the id of anything else; empty where there is no such thing.</param>
/// <param name="Changes">By field, what it was (from) and what it became (to); no secrets.</param>
/// <param name="IpAddress">Empty for the server itself and the command line.</param>
internal sealed record TenantAuditLogResponse(
    string Id,
    TenantAuditUser User,
    string Action,
    string ResourceType,
    string ResourceId,
    JsonElement Changes,
    DateTimeOffset Timestamp,
    string IpAddress);

internal sealed record TenantAuditUser(string Username);
