using System.Collections.Immutable;

namespace ModuleX.Domain.ToolSessions;

/// <summary>Everything a session is, as it is stored and sent.</summary>
/// <param name="Version">The concurrency token: one more with each save, from a start that no session had before; 0 for a session that is not stored.</param>
public sealed record ToolSessionSnapshot(
    ToolSessionId Id,
    StoredCredential? Credential,
    bool IsActive,
    bool NeedsReconnect,
    bool RefreshFailed,
    ImmutableSortedSet<string> DisabledActions,
    ImmutableArray<PendingAuthorization> Pending,
    DateTimeOffset? ConnectedAt,
    long Version)
{
    /// <summary>Who refreshes the credential now; null when no refresh is under way.</summary>
    public RefreshClaim? Refresh { get; init; }

    /// <summary>Identifies the connection to callers; new with each connection that is made. Empty for a session that is not stored.</summary>
    public Guid ConnectionId { get; init; }

    /// <summary>What people call it; null for the account's name.</summary>
    public string? Name { get; init; }

    /// <summary>What the service calls the account, such as a login; null where it does not say, or was not asked yet.</summary>
    public string? Label { get; init; }

    /// <summary>Since when runs that name no account use this one; null where they don't. Of several the latest counts.</summary>
    public DateTimeOffset? DefaultSince { get; init; }

    /// <summary>Who may use it; null for one that is not shared.</summary>
    public SharingRule? Sharing { get; init; }

    /// <summary>When the session was first stored; null for one that is not.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Why it does not work; null while nothing is known against it.</summary>
    public ConnectionFault? Fault { get; init; }

    /// <summary>What has to be known of it to choose an account.</summary>
    public Account ToAccount() => new(Id, ConnectionId, Name, Label, DefaultSince, Credential is not null, Sharing);

    /// <summary>The event that saving this change reports; null for none. Not stored.</summary>
    public ConnectionEvent? Event { get; init; }

    /// <summary>The session of an owner who never touched the tool.</summary>
    public static ToolSessionSnapshot Empty(ToolSessionId id) => new(id, null, true, false, false, [], [], null, 0);

    /// <summary>Where the connection stands.</summary>
    /// <param name="leeway">How long before its end a token counts as expiring.</param>
    public ConnectionState StateAt(DateTimeOffset now, TimeSpan leeway) => this switch
    {
        { Credential: null } => Pending.Any(pending => pending.ExpiresAt > now) ? ConnectionState.Pending : ConnectionState.Disconnected,
        { NeedsReconnect: true } => ConnectionState.NeedsReconnect,
        { RefreshFailed: true } => ConnectionState.RefreshFailed,
        { Credential: var credential } => credential.EndsWithin(leeway, now) ? ConnectionState.Expiring : ConnectionState.Active,
    };
}
