using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Access;

/// <summary>
/// A key with which an organization's backend calls ModuleX for the people it knows. The key itself is shown once, when it is made;
/// stored are its SHA-256 (it has 256 random bits, so a slow hash would add nothing) and the few characters that people tell it by.
/// </summary>
public sealed class ApiKey
{
    /// <summary>What every key starts with, so that secret scanners find it.</summary>
    public const string Marker = "mx_";

    private const int ShownCharacters = 8;

    private ApiKey(
        ApiKeyId id, TenantId tenantId, OrganizationId organizationId, string name, string prefix, string hash,
        ImmutableArray<string> scopes, DateTimeOffset createdAt, DateTimeOffset? expiresAt)
    {
        Id = id;
        TenantId = tenantId;
        OrganizationId = organizationId;
        Name = name;
        Prefix = prefix;
        Hash = hash;
        Scopes = scopes;
        CreatedAt = createdAt;
        ExpiresAt = expiresAt;
    }

    public ApiKeyId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    /// <summary>For people; 1 to 100 characters.</summary>
    public string Name { get; private set; }

    /// <summary>The first characters of the key, to tell it by.</summary>
    public string Prefix { get; private set; }

    /// <summary>The SHA-256 of the key in lower-case hex; unique.</summary>
    public string Hash { get; private set; }

    /// <summary>Of <see cref="ApiKeyScopes.All"/>; never empty.</summary>
    public ImmutableArray<string> Scopes { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Null for a key that does not end by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Null while it may be used.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>About when it was last used, to the minute; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>A new key for <paramref name="random"/>, or what is wrong with its name, scopes or expiry.</summary>
    /// <param name="random">32 random bytes.</param>
    /// <param name="scopes">Empty for <see cref="ApiKeyScopes.Default"/>.</param>
    public static Result<NewApiKey> Create(
        ApiKeyId id, TenantId tenantId, OrganizationId organizationId, string name, ImmutableArray<string> scopes, DateTimeOffset? expiresAt,
        ReadOnlySpan<byte> random, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(random.Length, 32);
        if (name.Trim().Length is 0 or > 100) return ApiKeyErrors.NameInvalid;
        if (scopes.FirstOrDefault(scope => !ApiKeyScopes.All.Contains(scope)) is { } unknown) return ApiKeyErrors.ScopeUnknown(unknown);
        if (expiresAt <= now) return ApiKeyErrors.ExpiryPast;
        var plain = Marker + System.Buffers.Text.Base64Url.EncodeToString(random);
        var granted = scopes.IsEmpty ? ApiKeyScopes.Default : scopes.Distinct().ToImmutableArray();
        return new NewApiKey(
            new ApiKey(id, tenantId, organizationId, name.Trim(), plain[..(Marker.Length + ShownCharacters)], HashOf(plain), granted, now, expiresAt),
            plain);
    }

    /// <summary>The hash under which a key is stored.</summary>
    public static string HashOf(string plain) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)));

    /// <summary>True while it may be used.</summary>
    public bool IsUsableAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is not { } end || end > now);

    /// <summary>Ends it; doing so twice keeps the first time.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

/// <summary>A key that was just made, and its text, which is shown only once.</summary>
public sealed record NewApiKey(ApiKey Key, string Plain)
{
    public override string ToString() => $"{Key.Prefix}***";
}
