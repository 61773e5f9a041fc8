using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>
/// Tells those who keep rights or tool sessions in memory, in this process, that they have changed. Other processes read it from the table of changes.
/// </summary>
internal sealed class AccessNotices
{
    private readonly List<Listener> _listeners = [];
    private readonly List<Announcer> _announcers = [];

    /// <summary>Adds a listener, for as long as the process lives. Called while the server is put together.</summary>
    /// <param name="one">Takes the id of a login session, a user, an organization or a tenant.</param>
    /// <param name="all">Anything may have changed, unseen.</param>
    /// <param name="session">Takes changes of tool sessions; null for a listener that keeps none.</param>
    public void Listen(Action<Guid> one, Action all, Action<ToolSessionChange>? session = null)
    {
        lock (_listeners) _listeners.Add(new(one, all, session));
    }

    /// <summary>Adds a listener that tells other processes of changes made here, sooner than they would see them in the table.</summary>
    public void ListenForOwn(Action<IReadOnlyCollection<Guid>> subjects, Action<ToolSessionChange> session)
    {
        lock (_listeners) _announcers.Add(new(subjects, session));
    }

    /// <summary>This process has changed something: its own listeners are told when this returns, the other processes soon after.</summary>
    public void Announce(IReadOnlyCollection<Guid> subjects)
    {
        if (subjects.Count == 0) return;
        foreach (var subject in subjects) Tell(subject);
        foreach (var announcer in Announcers()) announcer.Subjects(subjects);
    }

    /// <summary>This process has stored a tool session, or removed it.</summary>
    public void AnnounceSession(ToolSessionChange change)
    {
        TellOfSession(change);
        foreach (var announcer in Announcers()) announcer.Session(change);
    }

    /// <summary>Tells the listeners of this process alone.</summary>
    public void Tell(Guid subject)
    {
        foreach (var listener in Listeners()) listener.One(subject);
    }

    /// <inheritdoc cref="Tell"/>
    public void TellOfSession(ToolSessionChange change)
    {
        foreach (var listener in Listeners()) listener.Session?.Invoke(change);
    }

    public void TellAll()
    {
        foreach (var listener in Listeners()) listener.All();
    }

    private Listener[] Listeners()
    {
        lock (_listeners) return [.. _listeners];
    }

    private Announcer[] Announcers()
    {
        lock (_listeners) return [.. _announcers];
    }

    private sealed record Listener(Action<Guid> One, Action All, Action<ToolSessionChange>? Session);

    private sealed record Announcer(Action<IReadOnlyCollection<Guid>> Subjects, Action<ToolSessionChange> Session);
}
