using System.Diagnostics.CodeAnalysis;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>
/// One session in memory. Changes go through the gate one at a time and are stored before anybody sees them; reading takes no turn.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never taken holds nothing to dispose of.")]
internal sealed class HostedToolSession(ToolSessionSnapshot stored, IToolSessionRepository repository, OwnerChanges changes, long seenChange)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _refreshLock = new();
    private volatile ToolSession _session = new(stored);
    private volatile Task<Result<ToolSessionLease>>? _refresh;
    private long _seenChange = seenChange;

    /// <summary>The session as it was last stored.</summary>
    public ToolSession Session => _session;

    /// <summary>True while a change or a refresh is under way: a second copy of the session now would refresh a second time.</summary>
    public bool IsBusy => _gate.CurrentCount == 0 || _refresh is { IsCompleted: false };

    public static async Task<HostedToolSession> LoadAsync(ToolSessionId id, IToolSessionRepository repository, OwnerChanges changes)
    {
        // Before the row is read: a change in between is then seen once more, and never missed.
        var seen = changes.Last;
        return new(await repository.LoadAsync(id, CancellationToken.None), repository, changes, seen);
    }

    /// <summary>Reads the row again where something has changed for the owner since it was read. Nothing to do for a warm run.</summary>
    public ValueTask CatchUpAsync() => changes.Last == Volatile.Read(ref _seenChange) ? ValueTask.CompletedTask : ReadChangesAsync();

    /// <summary>
    /// Applies a change to a copy, stores it, and only then shows it. Where another process wrote the row meanwhile (a rotation of keys),
    /// the change is applied once more to what is stored now.
    /// </summary>
    /// <remarks>A change counts when its result is an error, too: a replayed state stays consumed, a refused credential refused.</remarks>
    public async Task<Result<T>> ChangeAsync<T>(Func<ToolSession, Result<T>> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var copy = new ToolSession(_session.Snapshot);
                var result = change(copy);
                if (copy.Snapshot == _session.Snapshot) return result;
                // Not cancelled: the caller has gone, and the change is half way.
                if (!(await repository.SaveAsync(copy.Snapshot, CancellationToken.None)).Failed(out var error, out var saved))
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

    private async ValueTask ReadChangesAsync()
    {
        var last = changes.Last;
        if (changes.Concern(_session.Id, Volatile.Read(ref _seenChange)))
        {
            await _gate.WaitAsync(CancellationToken.None);
            try
            {
                if (Volatile.Read(ref _seenChange) < last) _session = new ToolSession(await repository.LoadAsync(_session.Id, CancellationToken.None));
            }
            finally
            {
                _gate.Release();
            }
        }
        Volatile.Write(ref _seenChange, last);
    }

    /// <summary>
    /// Runs a refresh of a credential, or joins the one that is under way: any number of callers cause one token request.
    /// Where the credential was replaced, taken away or refused for good meanwhile, nothing is asked any more.
    /// </summary>
    public Task<Result<ToolSessionLease>> RefreshOnceAsync(StoredCredential used, Func<Task<Result<ToolSessionLease>>> refresh)
    {
        lock (_refreshLock)
        {
            // Looked at under the lock: a caller may come here when the refresh that it would have joined has just ended, and a rotated
            // refresh token that is sent a second time ends the whole grant (RFC 9700, section 4.14.2).
            var state = _session.Snapshot;
            if (state.Credential is null) return Task.FromResult<Result<ToolSessionLease>>(ToolSessionErrors.NotAuthenticated(state.Id));
            if (state.Credential is { } held && held.Id != used.Id) return Task.FromResult<Result<ToolSessionLease>>(new ToolSessionLease(state.Id, held));
            if (state.NeedsReconnect) return Task.FromResult<Result<ToolSessionLease>>(ToolSessionErrors.NeedsReconnect(state.Id));
            if (_refresh is null or { IsCompleted: true }) _refresh = refresh();
            return _refresh;
        }
    }
}
