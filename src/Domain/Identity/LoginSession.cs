using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Identity;

/// <summary>One sign-in of a user, from a device. Its access tokens are good while it lasts.</summary>
public sealed class LoginSession
{
    public const int MaximumAgentLength = 512;
    public const int MaximumAddressLength = 64;

    public LoginSession(
        LoginSessionId id, TenantId tenantId, UserId userId, OrganizationId organizationId, string? ipAddress, string? userAgent, bool keepsRefreshToken,
        TimeSpan accessLifetime, TimeSpan refreshLifetime, DateTimeOffset createdAt)
    {
        Id = id;
        TenantId = tenantId;
        UserId = userId;
        OrganizationId = organizationId;
        IpAddress = ShortText.Of(ipAddress, MaximumAddressLength);
        UserAgent = ShortText.Of(userAgent, MaximumAgentLength);
        KeepsRefreshToken = keepsRefreshToken;
        AccessLifetime = accessLifetime;
        RefreshLifetime = refreshLifetime;
        CreatedAt = createdAt;
        LastActivityAt = createdAt;
        ExpiresAt = createdAt + refreshLifetime;
    }

    public LoginSessionId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public UserId UserId { get; private set; }

    /// <summary>The organization that requests are about where they name none.</summary>
    public OrganizationId OrganizationId { get; private set; }

    public string? IpAddress { get; private set; }

    public string? UserAgent { get; private set; }

    /// <summary>
    /// True for sessions of document 3, whose refresh answers no new refresh token: the one from the login stays good. All other sessions
    /// rotate (docs/adr/0012).
    /// </summary>
    public bool KeepsRefreshToken { get; private set; }

    /// <summary>How long each access token of it lasts.</summary>
    public TimeSpan AccessLifetime { get; private set; }

    /// <summary>How long each refresh token of it lasts.</summary>
    public TimeSpan RefreshLifetime { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>About when it was last used, to a few seconds.</summary>
    public DateTimeOffset LastActivityAt { get; private set; }

    /// <summary>When it ends by itself; moved on by every refresh.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Of <see cref="LoginEndings"/>; null while it lasts.</summary>
    public string? EndReason { get; private set; }

    public bool IsLiveAt(DateTimeOffset now) => EndedAt is null && ExpiresAt > now;

    /// <summary>Whether it was left alone for longer than it may be.</summary>
    /// <param name="limit">Null for as long as it lasts.</param>
    public bool IsIdleAt(DateTimeOffset now, TimeSpan? limit) => limit is { } longest && now - LastActivityAt > longest;

    /// <summary>Lasts on after a refresh.</summary>
    public void Extend(DateTimeOffset now) => (LastActivityAt, ExpiresAt) = (now, now + RefreshLifetime);

    /// <summary>A session whose refresh tokens are exchanged from now on.</summary>
    public void Rotate() => KeepsRefreshToken = false;

    /// <summary>Its requests are about another organization from now on: the user has left the one before.</summary>
    public void MoveTo(OrganizationId organization) => OrganizationId = organization;

    /// <summary>Ends it; doing so twice keeps the first time.</summary>
    public void End(string reason, DateTimeOffset now)
    {
        if (EndedAt is null) (EndedAt, EndReason) = (now, reason);
    }
}

/// <summary>Why login sessions end.</summary>
public static class LoginEndings
{
    public const string Logout = "logout";
    public const string Deleted = "deleted";
    public const string PasswordChanged = "password_changed";
    public const string Deactivated = "deactivated";
    public const string TokenReused = "token_reused";
    public const string IdleTimeout = "idle_timeout";
}
