using System.Collections.Concurrent;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>
/// Remembers what changed of sessions and of their owners' rights, in which order, so that a session in memory knows whether it was read too early. The row
/// of a deactivated owner is gone in the same transaction; going on from memory would use a credential that is not the person's any more.
/// </summary>
internal sealed class ToolSessionChanges
{
    private const int Capacity = 200_000;

    private readonly ConcurrentDictionary<Guid, (long Number, long? Version)> _changes = new();
    private readonly Lock _gate = new();
    private int _count;
    private long _last;
    private long _everything;

    public ToolSessionChanges(AccessNotices notices) =>
        notices.Listen(subject => Note(subject, null), NoteEverything, change => Note(change.Subject, change.Version));

    /// <summary>The number of the last change, of anything.</summary>
    public long Last => Volatile.Read(ref _last);

    /// <summary>True when something has changed for a session after the change with this number.</summary>
    /// <param name="subject">The session's own.</param>
    /// <param name="version">What is in memory: a change to this version is known there.</param>
    public bool Concern(ToolSessionId session, Guid subject, long version, long since) =>
        Volatile.Read(ref _everything) > since || IsLater(subject, version, since) || IsLater(session.Tenant.Value, null, since)
        || IsLater(session.Owner.FindUser()?.Value ?? session.Owner.FindOrganization()!.Value.Value, null, since);

    private bool IsLater(Guid subject, long? known, long since) =>
        _changes.TryGetValue(subject, out var change) && change.Number > since && (change.Version is null || change.Version != known);

    private void Note(Guid subject, long? version)
    {
        lock (_gate)
        {
            if (_count >= Capacity) StartOver();
            // In this order: a session that sees the new number finds the change behind it.
            if (_changes.TryAdd(subject, (_last + 1, version))) _count++;
            else _changes[subject] = (_last + 1, version);
            Volatile.Write(ref _last, _last + 1);
        }
    }

    private void NoteEverything()
    {
        lock (_gate) StartOver();
    }

    /// <summary>Every session reads its row once more; that costs less than to remember for ever.</summary>
    private void StartOver()
    {
        Volatile.Write(ref _everything, _last + 1);
        Volatile.Write(ref _last, _last + 1);
        _changes.Clear();
        _count = 0;
    }
}
