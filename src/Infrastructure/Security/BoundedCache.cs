using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ModuleX.Infrastructure.Security;

/// <summary>
/// A map that never holds more than <paramref name="capacity"/> entries: when it is full, the sixteenth that was not used for longest goes.
/// Reading takes no lock and allocates nothing.
/// </summary>
internal sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();
    private readonly Lock _gate = new();
    private long _clock;
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            value = default;
            return false;
        }
        // Counts additions, not reads: a shared counter that every read moves would be fought over by all cores.
        var now = Volatile.Read(ref _clock);
        if (entry.UsedAt != now) entry.UsedAt = now;
        value = entry.Value;
        return true;
    }

    public void Set(TKey key, TValue value)
    {
        lock (_gate)
        {
            var entry = new Entry(value) { UsedAt = ++_clock };
            if (!_entries.ContainsKey(key))
            {
                if (_count >= capacity) Evict();
                _count++;
            }
            _entries[key] = entry;
        }
    }

    public bool Remove(TKey key)
    {
        lock (_gate)
        {
            if (!_entries.TryRemove(key, out _)) return false;
            _count--;
            return true;
        }
    }

    /// <summary>Removes every entry that is meant; it looks at all of them.</summary>
    public void RemoveWhere(Predicate<TValue> isMeant)
    {
        foreach (var (key, entry) in _entries)
        {
            if (isMeant(entry.Value)) Remove(key);
        }
    }

    private void Evict()
    {
        foreach (var (key, _) in _entries.OrderBy(pair => pair.Value.UsedAt).Take(Math.Max(1, capacity / 16)).ToList()) Remove(key);
    }

    private sealed class Entry(TValue value)
    {
        public TValue Value { get; } = value;

        public long UsedAt { get; set; }
    }
}
