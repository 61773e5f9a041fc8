using ModuleX.Domain.Results;

namespace ModuleX.Domain.ToolSessions;

/// <summary>An event of a connection that webhooks and sockets report.</summary>
/// <param name="Error">Why; null where nothing failed.</param>
public sealed record ConnectionEvent(ConnectionEventKind Kind, Error? Error);

/// <summary>The kinds of <see cref="ConnectionEvent"/>.</summary>
public enum ConnectionEventKind
{
    /// <summary>It was made, or made anew after it needed that.</summary>
    Created,

    NeedsReconnect,

    /// <summary>The first refresh that failed since the last one that worked.</summary>
    RefreshFailed,

    Deleted,
}
