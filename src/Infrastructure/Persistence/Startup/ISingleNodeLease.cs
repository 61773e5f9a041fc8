namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>The right to be the one process that works on a database. It dies with its process, so a start after a crash need not wait.</summary>
public interface ISingleNodeLease : IAsyncDisposable
{
    /// <summary>What it keeps others from now.</summary>
    LeaseHold Hold { get; }

    /// <summary>Takes it, until it is disposed of. Taking what is held already does nothing.</summary>
    /// <exception cref="StartupException">Another process holds it.</exception>
    Task AcquireAsync(CancellationToken cancellationToken);
}

/// <summary>What a process knows of other writers by its lease.</summary>
public enum LeaseHold
{
    /// <summary>No other process can write as long as this one lives: the lock is the operating system's.</summary>
    OnlyWriter,

    /// <summary>Others may write: the nodes of a cluster, or a process that took the lock while the connection that holds it was broken unseen.</summary>
    Shared,

    /// <summary>The lock is not held now, so others may be at work.</summary>
    Lost,
}
