using System.Collections.Concurrent;

namespace ModuleX.Api.Hosting.Rates;

/// <summary>
/// The windows of all principals of one kind, bounded whatever callers do. They live in two generations: who calls moves to the younger one, and
/// when that has half of the capacity, or is a window old and a new caller comes, the older one is forgotten as a whole. So the idle go first, and
/// nothing has to be searched.
/// </summary>
internal sealed class RateCounters<TKey>(int capacity)
    where TKey : struct, IEquatable<TKey>
{
    private Generations _generations = new(0, [], []);

    /// <summary>How many principals are remembered.</summary>
    public int Count => _generations.Younger.Count + _generations.Older.Count;

    /// <param name="now">In milliseconds since 1970.</param>
    /// <param name="length">Of a window, in milliseconds.</param>
    public RateReading Take(TKey key, int limit, long now, long length)
    {
        var generations = Volatile.Read(ref _generations);
        var window = generations.Younger.TryGetValue(key, out var known) ? known : Enter(key, generations, now, length);
        return window.Take(now, length, limit);
    }

    /// <summary>What <see cref="Take"/> would say to the next request, without counting it or remembering who asked.</summary>
    public RateReading Read(TKey key, int limit, long now, long length)
    {
        var generations = Volatile.Read(ref _generations);
        return generations.Younger.TryGetValue(key, out var window) || generations.Older.TryGetValue(key, out window)
            ? window.Read(now, length, limit)
            : new(limit, limit, now + length, IsRefused: false);
    }

    private RateWindow Enter(TKey key, Generations generations, long now, long length)
    {
        if (Volatile.Read(ref generations.Entered) >= capacity / 2 || now - generations.BeganAt >= length) generations = Renew(generations, now);
        var candidate = generations.Older.TryGetValue(key, out var known) ? known : new RateWindow();
        var entered = generations.Younger.GetOrAdd(key, candidate);
        if (ReferenceEquals(entered, candidate)) Interlocked.Increment(ref generations.Entered);
        return entered;
    }

    private Generations Renew(Generations old, long now)
    {
        var renewed = new Generations(now, [], old.Younger);
        var found = Interlocked.CompareExchange(ref _generations, renewed, old);
        return ReferenceEquals(found, old) ? renewed : found;
    }

    private sealed class Generations(long beganAt, ConcurrentDictionary<TKey, RateWindow> younger, ConcurrentDictionary<TKey, RateWindow> older)
    {
        /// <summary>The dictionary's own count takes all of its locks.</summary>
        public int Entered;

        public long BeganAt { get; } = beganAt;

        public ConcurrentDictionary<TKey, RateWindow> Younger { get; } = younger;

        public ConcurrentDictionary<TKey, RateWindow> Older { get; } = older;
    }
}
