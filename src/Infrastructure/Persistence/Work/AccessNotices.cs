namespace ModuleX.Infrastructure.Persistence.Work;

/// <summary>Tells whoever keeps what people may do in memory, in this process, that it has changed. Other processes read it from the table of changes.</summary>
internal sealed class AccessNotices
{
    private readonly List<(Action<Guid> One, Action All)> _listeners = [];

    /// <summary>Adds somebody to be told, for as long as the process lives. Called while the server is put together.</summary>
    /// <param name="one">Takes the id of a login session, a user, an organization or a tenant.</param>
    /// <param name="all">Anything may have changed, unseen.</param>
    public void Listen(Action<Guid> one, Action all)
    {
        lock (_listeners) _listeners.Add((one, all));
    }

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
