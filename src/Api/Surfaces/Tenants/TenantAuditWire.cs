using System.Globalization;
using System.Text.Json;
using ModuleX.Application.Audit;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="User">Who did it: system for the server itself and the command line, unknown where there is no such account.</param>
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
    string IpAddress)
{
    public static TenantAuditLogResponse Of(NamedAuditView view)
    {
        var entry = view.Entry;
        var resourceId = view.Subject is { } subject ? subject.Number.ToString(CultureInfo.InvariantCulture) : entry.ResourceId ?? "";
        return new(
            entry.Id.ToString("D"), new(view.User?.Username ?? (entry.IpAddress is null ? TenantAuditWords.Server : TenantAuditWords.Unknown)),
            TenantAuditWords.WordOf(entry.Action),
            entry.Resource.ToUpperInvariant(), resourceId,
            ChangesIn(entry.Details), entry.CreatedAt, entry.IpAddress ?? "");
    }

    private static JsonElement ChangesIn(string details) =>
        JsonElement.Parse(details).TryGetProperty("changes", out var changes) && changes.ValueKind == JsonValueKind.Object ? changes : JsonElement.Parse("{}");
}

internal sealed record TenantAuditUser(string Username);
