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

    /// <summary>What the change that is to be saved does to the connection; null for nothing that others are told of. Not stored.</summary>
    public ConnectionChange? Change { get; init; }

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
