namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>The right to be the one process that works on a database. It dies with its process, so a start after a crash need not wait.</summary>
public interface ISingleNodeLease : IAsyncDisposable
{
    /// <summary>Takes it, until it is disposed of. Taking what is held already does nothing.</summary>
    /// <exception cref="StartupException">Another process holds it.</exception>
    Task AcquireAsync(CancellationToken cancellationToken);
}
