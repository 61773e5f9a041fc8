using System.Collections.Concurrent;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>
/// Remembers whose rights changed, in which order, so that a session in memory knows whether its owner was among them since it was read. The row
/// of a deactivated owner is gone in the same transaction; going on from memory would use a credential that is not the person's any more.
/// </summary>
internal sealed class OwnerChanges
{
    private const int Capacity = 20_000;

    private readonly ConcurrentDictionary<Guid, long> _changes = new();
    private readonly Lock _gate = new();
    private long _last;
    private long _everybody;

    public OwnerChanges(AccessNotices notices) => notices.Listen(Note, NoteEverybody);

    /// <summary>The number of the last change, of anybody.</summary>
    public long Last => Volatile.Read(ref _last);

    /// <summary>True when something has changed for the owner of a session after the change with this number.</summary>
    public bool Concern(ToolSessionId session, long since) =>
        Volatile.Read(ref _everybody) > since || IsLater(session.Tenant.Value, since)
        || IsLater(session.Owner.FindUser()?.Value ?? session.Owner.FindOrganization()!.Value.Value, since);

    private bool IsLater(Guid subject, long since) => _changes.TryGetValue(subject, out var number) && number > since;

    private void Note(Guid subject)
    {
        lock (_gate)
        {
            if (_changes.Count >= Capacity) StartOver();
            // In this order: a session that sees the new number finds the change behind it.
            _changes[subject] = _last + 1;
            Volatile.Write(ref _last, _last + 1);
        }
    }

    private void NoteEverybody()
    {
        lock (_gate) StartOver();
    }

    /// <summary>Every session reads its row once more; that costs less than to remember for ever.</summary>
    private void StartOver()
    {
        Volatile.Write(ref _everybody, _last + 1);
        Volatile.Write(ref _last, _last + 1);
        _changes.Clear();
    }
}
