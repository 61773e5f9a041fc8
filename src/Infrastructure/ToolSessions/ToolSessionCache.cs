using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>The sessions of this node, each in memory once. A session that gave way to others is loaded again when it is next needed.</summary>
internal sealed class ToolSessionCache(
    IToolSessionRepository repository, ToolSessionChanges changes, ToolSessionMemory memory, IOptions<ToolSessionCacheOptions> options)
{
    private readonly ConcurrentDictionary<ToolSessionId, Entry> _entries = new();
    private long _clock;
    private int _trimming;

    /// <summary>How many sessions are in memory. Counting takes every lock of the map: not for a run.</summary>
    public int Count => _entries.Count;

    /// <summary>The session from memory, where it is there; a warm run asks nothing else.</summary>
    public HostedToolSession? Find(ToolSessionId id)
    {
        if (!_entries.TryGetValue(id, out var entry) || !entry.Session.IsCompletedSuccessfully) return null;
        entry.UsedAt = Interlocked.Increment(ref _clock);
        return entry.Session.Result;
    }

    public async ValueTask<HostedToolSession> GetAsync(ToolSessionId id, CancellationToken cancellationToken)
    {
        if (Find(id) is { } found) return found;
        var entry = _entries.GetOrAdd(id, static (key, cache) => new Entry(new(() => cache.LoadAsync(key))), this);
        entry.UsedAt = Interlocked.Increment(ref _clock);
        try
        {
            // The load is shared, so one caller's hanging up must not cancel it for the others.
            var session = await entry.Session.WaitAsync(cancellationToken);
            TrimIfFull();
            return session;
        }
        catch (Exception) when (entry.Session.IsFaulted)
        {
            _entries.TryRemove(KeyValuePair.Create(id, entry));
            throw;
        }
    }

    private Task<HostedToolSession> LoadAsync(ToolSessionId id) => HostedToolSession.LoadAsync(id, repository, changes, memory);

    /// <summary>
    /// Takes out the least recently used tenth, but for sessions that are just being changed. Should one slip through all the same,
    /// nothing is overwritten: saves carry a concurrency token, and the second copy is told to look again.
    /// </summary>
    private void TrimIfFull()
    {
        if (_entries.Count <= options.Value.MaxCached || Interlocked.Exchange(ref _trimming, 1) == 1) return;
        try
        {
            foreach (var (id, _) in _entries.Where(pair => pair.Value.IsIdle).OrderBy(pair => pair.Value.UsedAt)
                .Take(Math.Max(1, options.Value.MaxCached / 10)).ToList())
                _entries.TryRemove(id, out _);
        }
        finally
        {
            Volatile.Write(ref _trimming, 0);
        }
    }

    private sealed class Entry(Lazy<Task<HostedToolSession>> session)
    {
        private long _usedAt;

        public Task<HostedToolSession> Session => session.Value;

        public bool IsIdle => Session.IsCompletedSuccessfully && !Session.Result.IsBusy;

        public long UsedAt
        {
            get => Volatile.Read(ref _usedAt);
            set => Volatile.Write(ref _usedAt, value);
        }
    }
}
