using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// Credentials that no session holds any more and whose tokens are still to be ended at their services. They stay sealed
/// as they were, are tried with growing pauses, and are wiped after <see cref="Lifetime"/> whatever the services say.
/// </summary>
public interface IRevocationQueue
{
    /// <summary>How long an entry is kept at most.</summary>
    static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Adds a credential that a service has handed out for a session which is gone.</summary>
    Task AddAsync(ToolSessionId session, StoredCredential credential, CancellationToken cancellationToken);

    /// <summary>
    /// Moves what is still stored for owners who are deleted or deactivated: from before there was a queue, or stored in the moment in which they went.
    /// </summary>
    Task CollectAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes entries that are due; no other node gets them before their next time. Each claim counts as an attempt and makes the next pause longer.
    /// </summary>
    Task<IReadOnlyList<QueuedRevocation>> ClaimAsync(int most, CancellationToken cancellationToken);

    /// <summary>Wipes an entry that is done.</summary>
    Task RemoveAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Wipes what is older than <see cref="Lifetime"/>, and says whose it was.</summary>
    Task<IReadOnlyList<ToolSessionId>> WipeExpiredAsync(CancellationToken cancellationToken);
}

/// <summary>A credential that waits to be revoked.</summary>
/// <param name="Session">The session that held it; its secret is still bound to it.</param>
/// <param name="Scheme">The id of the manifest's auth scheme.</param>
public sealed record QueuedRevocation(Guid Id, ToolSessionId Session, string Scheme, SealedSecret Secret);
