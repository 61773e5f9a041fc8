using System.Collections.Immutable;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>A connection as callers see one; nothing of its credential.</summary>
/// <param name="Name">For people; the account's own name where none was given.</param>
/// <param name="Label">What the service calls the account; null where it does not say.</param>
/// <param name="Sharing">Who may use it; null for one that is not shared.</param>
/// <param name="ExpiresAt">When the access token ends; null where it does not, or where that is not known.</param>
/// <param name="Fault">Why it does not work; null while nothing is known against it.</param>
public sealed record ConnectionView(
    Guid Id, string Tool, string Account, string Name, string? Label, OwnerId Owner, SharingRule? Sharing, bool IsDefault, ConnectionState State, bool IsActive,
    ImmutableSortedSet<string> DisabledActions, ImmutableArray<string> Scopes, DateTimeOffset? CreatedAt, DateTimeOffset? ConnectedAt,
    DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? LastCheckedAt, ConnectionFault? Fault)
{
    /// <param name="leeway">How long before its end a token counts as expiring.</param>
    public static ConnectionView Of(StoredConnection stored, DateTimeOffset now, TimeSpan leeway)
    {
        var session = stored.Session;
        return new(
            session.ConnectionId, session.Id.Tool, session.Id.Account, session.Name ?? session.Id.Account, session.Label, session.Id.Owner, session.Sharing,
            session.DefaultSince is not null, session.StateAt(now, leeway), session.IsActive, session.DisabledActions, session.Credential?.Scopes ?? [],
            session.CreatedAt, session.ConnectedAt, session.Credential?.ExpiresAt, stored.LastUsedAt, stored.LastCheckedAt, session.Fault);
    }
}
