namespace ModuleX.Infrastructure.Persistence;

/// <summary>
/// Tells those who keep rights in memory, in this process, that they have changed. Other processes read it from the table of changes.
/// </summary>
internal sealed class AccessNotices
{
    private readonly List<(Action<Guid> One, Action All)> _listeners = [];
    private readonly List<Action<IReadOnlyCollection<Guid>>> _announcers = [];

    /// <summary>Adds a listener, for as long as the process lives. Called while the server is put together.</summary>
    /// <param name="one">Takes the id of a login session, a user, an organization or a tenant.</param>
    /// <param name="all">Anything may have changed, unseen.</param>
    public void Listen(Action<Guid> one, Action all)
    {
        lock (_listeners) _listeners.Add((one, all));
    }

    /// <summary>Adds a listener that tells other processes of changes made here, sooner than they would see them in the table.</summary>
    public void ListenForOwn(Action<IReadOnlyCollection<Guid>> announce)
    {
        lock (_listeners) _announcers.Add(announce);
    }

    /// <summary>This process has changed something: its own listeners are told when this returns, the other processes soon after.</summary>
    public void Announce(IReadOnlyCollection<Guid> subjects)
    {
        if (subjects.Count == 0) return;
        foreach (var subject in subjects) Tell(subject);
        Action<IReadOnlyCollection<Guid>>[] announcers;
        lock (_listeners) announcers = [.. _announcers];
        foreach (var announce in announcers) announce(subjects);
    }

    /// <summary>Tells the listeners of this process alone.</summary>
    public void Tell(Guid subject)
    {
        foreach (var (one, _) in Listeners()) one(subject);
    }

    public void TellAll()
    {
        foreach (var (_, all) in Listeners()) all();
    }

    private (Action<Guid> One, Action All)[] Listeners()
    {
        lock (_listeners) return [.. _listeners];
    }
}
