using System.Diagnostics.CodeAnalysis;
using ModuleX.Application.Pipeline;

namespace ModuleX.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// Lets the writers of this process into SQLite one after the other, in the order in which they came. Waiting takes no thread; SQLite's own waiting does.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never taken holds nothing to dispose of.")]
internal sealed class SqliteTurns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _one = new(1);

    /// <exception cref="UnavailableException">The turn did not come in time.</exception>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken) =>
        await _one.WaitAsync(Patience, cancellationToken) ? new Turn(_one) : throw new UnavailableException(DatabaseOutages.Unavailable);

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0) one.Release();
        }
    }
}
