using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ModuleX.Application.Access;
using ModuleX.Domain.Access;

namespace ModuleX.Api.Surfaces.V1;

/// <param name="Name">For people.</param>
/// <param name="Scopes">What it may do; without this member all but what has to be asked for.</param>
/// <param name="ExpiresAt">When it ends; without this member never.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CreateServiceKeyRequest(
    [property: MaxLength(100)] string Name,
    [property: MaxLength(20), AllowedValues(ApiKeyScopes.SessionsRead, ApiKeyScopes.SessionsWrite, ApiKeyScopes.RunsExecute, ApiKeyScopes.RequestsRaw)]
    IReadOnlyList<string>? Scopes = null,
    [property: MaxLength(40)] DateTimeOffset? ExpiresAt = null);

/// <summary>A service key; the key itself is not stored.</summary>
/// <param name="Prefix">The first characters of the key, to tell it by.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="ExpiresAt">Null for a key without an end.</param>
/// <param name="RevokedAt">Null while it may be used.</param>
/// <param name="LastUsedAt">To the minute; null for never.</param>
internal sealed record ServiceKeyResponse(
    ApiKeyId Id, string Name, string Prefix, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt)
{
    public static ServiceKeyResponse Of(ServiceKeyView key) =>
        new(key.Id, key.Name, key.Prefix, key.Scopes, key.CreatedAt, key.ExpiresAt, key.RevokedAt, key.LastUsedAt);
}

/// <summary>A service key that was just made.</summary>
/// <param name="Key">Send it as <c>X-API-Key</c>, or as a Bearer token under <c>/v1</c>. It is shown this once.</param>
/// <param name="Prefix">The first characters of the key, to tell it by.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="ExpiresAt">Null for a key without an end.</param>
internal sealed record NewServiceKeyResponse(
    ApiKeyId Id, string Key, string Name, string Prefix, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt)
{
    public static NewServiceKeyResponse Of(NewApiKey made) =>
        new(made.Key.Id, made.Plain, made.Key.Name, made.Key.Prefix, made.Key.Scopes, made.Key.CreatedAt, made.Key.ExpiresAt);
}
