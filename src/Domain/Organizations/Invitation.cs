using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Organizations;

/// <summary>
/// An invitation to join an organization. An admin sends its link to the person; only the hash of the link's token is stored. Only the person with the invited
/// e-mail address can accept it.
/// </summary>
public sealed class Invitation
{
    /// <summary>What every token starts with, so that secret scanners find it.</summary>
    public const string Marker = "mxi_";

    /// <summary>How long an invitation can be accepted where nothing else is asked for.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromDays(7);

    /// <summary>The longest that can be asked for.</summary>
    public static readonly TimeSpan MaximumLifetime = TimeSpan.FromDays(30);

    private const int RandomBytes = 32;

    private Invitation(
        InvitationId id, TenantId tenantId, OrganizationId organizationId, string email, MembershipRole role, string tokenHash, UserId invitedBy,
        DateTimeOffset createdAt, DateTimeOffset expiresAt)
    {
        Id = id;
        TenantId = tenantId;
        OrganizationId = organizationId;
        Email = email;
        EmailKey = NameKey.Of(email);
        Role = role;
        TokenHash = tokenHash;
        InvitedBy = invitedBy;
        CreatedAt = createdAt;
        ExpiresAt = expiresAt;
    }

    public InvitationId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    public string Email { get; private set; }

    /// <summary>Unique in the organization: inviting the address anew replaces an invitation that has ended.</summary>
    public string EmailKey { get; private set; }

    /// <summary>What the person becomes.</summary>
    public MembershipRole Role { get; private set; }

    /// <summary>The SHA-256 of the token in lower-case hex. It has 256 random bits, so a slow hash would add nothing.</summary>
    public string TokenHash { get; private set; }

    public UserId InvitedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Null until it is accepted.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>Who has joined; null until then.</summary>
    public UserId? AcceptedBy { get; private set; }

    /// <summary>The concurrency token: of two who accept at once, one is late.</summary>
    public long Version { get; private set; }

    /// <summary>A new invitation and its token.</summary>
    /// <param name="random">32 random bytes.</param>
    public static NewInvitation Create(
        InvitationId id, TenantId tenant, OrganizationId organization, string email, MembershipRole role, UserId invitedBy, TimeSpan lifetime,
        ReadOnlySpan<byte> random, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(random.Length, RandomBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, MaximumLifetime);
        var token = Marker + Base64Url.EncodeToString(random);
        return new NewInvitation(new Invitation(id, tenant, organization, email.Trim(), role, HashOf(token), invitedBy, now, now + lifetime), token);
    }

    /// <summary>The hash under which a token is stored.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public InvitationState StateAt(DateTimeOffset now) => this switch
    {
        { AcceptedAt: not null } => InvitationState.Accepted,
        _ => ExpiresAt <= now ? InvitationState.Expired : InvitationState.Open,
    };

    public bool IsFor(string email) => NameKey.Of(email) == EmailKey;

    /// <summary>Forbidden: it is for another address. Expired; Conflict: it was accepted already.</summary>
    public Result<Done> Accept(User user, DateTimeOffset now)
    {
        if (!IsFor(user.Email)) return InvitationErrors.OtherPerson;
        switch (StateAt(now))
        {
            case InvitationState.Accepted: return InvitationErrors.Used;
            case InvitationState.Expired: return InvitationErrors.Expired;
        }
        (AcceptedAt, AcceptedBy) = (now, user.Id);
        return Done.Result;
    }
}

/// <summary>An invitation that was just made, and its token, which is shown only once.</summary>
public sealed record NewInvitation(Invitation Invitation, string Token)
{
    public override string ToString() => $"{Invitation.Id} ***";
}
