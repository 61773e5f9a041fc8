using System.Diagnostics.CodeAnalysis;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>
/// One session in memory. Changes go through the gate one at a time and are stored before they can be seen; reading takes no turn.
/// </summary>
/// <param name="seenChange">The last change that the row had when it was read.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never taken holds nothing to dispose of.")]
internal sealed class HostedToolSession(
    ToolSessionSnapshot stored, IToolSessionRepository repository, ToolSessionChanges changes, ToolSessionMemory memory, long seenChange)
{
    private readonly Guid _subject = ToolSessionSubject.Of(stored.Id);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _readLock = new();
    private volatile ToolSession _session = new(stored);
    private Task _read = Task.CompletedTask;
    private long _seenChange = seenChange;

    /// <summary>The session as it was last stored or read.</summary>
    public ToolSession Session => _session;

    /// <summary>True while a change is under way.</summary>
    public bool IsBusy => _gate.CurrentCount == 0;

    public static async Task<HostedToolSession> LoadAsync(
        ToolSessionId id, IToolSessionRepository repository, ToolSessionChanges changes, ToolSessionMemory memory)
    {
        // Before the row is read: a change in between is then seen once more, and never missed.
        var seen = changes.Last;
        return new(await repository.LoadAsync(id, CancellationToken.None), repository, changes, memory, seen);
    }

    /// <summary>
    /// Reads the row again where something has changed since it was read, or where that can't be known. Nothing to do for a warm run.
    /// </summary>
    public ValueTask CatchUpAsync(CancellationToken cancellationToken) =>
        memory.IsBelieved && changes.Last == Volatile.Read(ref _seenChange) ? ValueTask.CompletedTask : new(ReadChangesAsync(cancellationToken));

    /// <summary>
    /// Applies a change to a copy, stores it, and only then shows it. Where another process wrote the row meanwhile, the change is applied once more to what
    /// is stored now.
    /// </summary>
    /// <remarks>A change counts when its result is an error, too: a replayed state stays consumed, a refused credential refused.</remarks>
    public async Task<Result<T>> ChangeAsync<T>(Func<ToolSession, Result<T>> change, CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var copy = new ToolSession(_session.Snapshot);
                var result = change(copy);
                if (copy.Snapshot == _session.Snapshot) return result;
                // Not cancelled: the caller has gone, and the change is half way.
                if (!(await repository.SaveAsync(_session.Snapshot, copy.Snapshot, CancellationToken.None)).Failed(out var error, out var saved))
                {
                    _session = new ToolSession(saved);
                    return result;
                }
                _session = new ToolSession(await repository.LoadAsync(_session.Id, CancellationToken.None));
                if (attempt == 2) return error;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ReadChangesAsync(CancellationToken cancellationToken)
    {
        var isRead = memory.IsBelieved;
        while (true)
        {
            var last = changes.Last;
            var seen = Volatile.Read(ref _seenChange);
            if (isRead && !changes.Concern(_session.Id, _subject, _session.Snapshot.Version, seen))
            {
                // Only forwards: another caller may have read a later change meanwhile.
                if (last > seen) Interlocked.CompareExchange(ref _seenChange, last, seen);
                return;
            }
            await ReadTogether().WaitAsync(cancellationToken);
            isRead = true;
        }
    }

    /// <summary>Joins the reading that is under way: callers at the same time ask the database once.</summary>
    private Task ReadTogether()
    {
        lock (_readLock)
        {
            if (_read.IsCompleted) _read = ReadAsync();
            return _read;
        }
    }

    private async Task ReadAsync()
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            var last = changes.Last;
            _session = new ToolSession(await repository.LoadAsync(_session.Id, CancellationToken.None));
            Volatile.Write(ref _seenChange, last);
        }
        finally
        {
            _gate.Release();
        }
    }
}
