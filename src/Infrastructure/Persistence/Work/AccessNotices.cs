namespace ModuleX.Infrastructure.Persistence.Work;

/// <summary>Tells whoever keeps what people may do in memory, in this process, that it has changed. Other processes read it from the table of changes.</summary>
internal sealed class AccessNotices
{
    private readonly List<Action<Guid>> _listeners = [];

    /// <summary>Adds somebody to be told, for as long as the process lives. Called while the server is put together.</summary>
    /// <param name="listener">Takes the id of a login session, a user, an organization or a tenant.</param>
    public void Listen(Action<Guid> listener)
    {
        lock (_listeners) _listeners.Add(listener);
    }

    public void Tell(Guid subject)
    {
        Action<Guid>[] listeners;
        lock (_listeners) listeners = [.. _listeners];
        foreach (var listener in listeners) listener(subject);
    }
}
