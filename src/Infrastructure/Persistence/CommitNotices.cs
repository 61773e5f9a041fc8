using ModuleX.Application.Activities;
using ModuleX.Application.Events;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Access;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>What a unit of work says once it is committed: to those who keep rights in memory, and to those who watch.</summary>
/// <param name="writer">This process.</param>
internal sealed class CommitNotices(AccessNotices access, IEvents watchers, Guid writer)
{
    private readonly HashSet<Guid> _subjects = [];
    private readonly List<LiveEvent> _events = [];

    /// <summary>Whether other processes have anything to learn.</summary>
    public bool HasSubjects => _subjects.Count > 0;

    /// <summary>The rows by which other processes learn what changed.</summary>
    public IEnumerable<AccessChangeRow> RowsAt(DateTimeOffset now) =>
        _subjects.Select(subject => new AccessChangeRow { Id = Guid.CreateVersion7(now), At = now, Subject = subject, Writer = writer });

    public void Announce(Guid subject) => _subjects.Add(subject);

    public void Tell(LiveEvent happened) => _events.Add(happened);

    /// <summary>The commit failed, and may have worked all the same: what is in memory is read again. This process does not read its own changes.</summary>
    public void Doubt() => access.Announce(_subjects);

    /// <param name="recorded">What was audited is told to the user who did it.</param>
    public void Publish(IReadOnlyList<AuditEntry> recorded)
    {
        // Before the notices: a session that ends hears of it before it is closed.
        foreach (var entry in recorded)
        {
            if (entry.UserId is { } user && watchers.Hears(user))
                watchers.Publish(new UserEvent(entry.TenantId, user) { Activity = RecordedActivity.Of(entry) });
        }
        foreach (var happened in _events) watchers.Publish(happened);
        access.Announce(_subjects);
    }
}
