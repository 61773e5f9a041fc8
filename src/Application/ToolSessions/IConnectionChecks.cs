using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// When connections were tried and are to be tried again. Finds, over all active tenants, what is connected, active, not waiting for a new connection,
/// and was used since a moment. What a claim moves on no other node gets before its next time.
/// </summary>
public interface IConnectionChecks
{
    /// <summary>It was tried now.</summary>
    Task CheckedAsync(ToolSessionId session, CancellationToken cancellationToken);

    /// <summary>
    /// Connections whose check is due or was not planned since they were made. Those without a label count as used when they are made, until their check is
    /// planned: this is how a connection gets its label that has none from the start.
    /// </summary>
    Task<IReadOnlyList<DueConnection>> FindDueAsync(DateTimeOffset usedSince, int most, CancellationToken cancellationToken);

    /// <summary>Refreshable connections whose token ends before a moment, the earliest first.</summary>
    Task<IReadOnlyList<DueConnection>> FindEndingAsync(DateTimeOffset usedSince, DateTimeOffset endsBefore, int most, CancellationToken cancellationToken);

    /// <summary>Takes the check, and plans the next one. False: another node has taken it.</summary>
    Task<bool> ClaimCheckAsync(DueConnection due, DateTimeOffset next, CancellationToken cancellationToken);

    /// <summary>Takes the refresh until the next look. False: another node has taken it.</summary>
    Task<bool> ClaimRefreshAsync(DueConnection ending, DateTimeOffset next, CancellationToken cancellationToken);
}

/// <summary>A connection to look after.</summary>
/// <param name="DueAt">Since when; null where it was never planned.</param>
public sealed record DueConnection(ToolSessionSnapshot Session, DateTimeOffset? DueAt);
