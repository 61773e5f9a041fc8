namespace ModuleX.Api.Hosting.Rates;

/// <summary>
/// The requests of one principal in its present window. When the window began and how many there were is one word that is changed at once,
/// so parallel requests can't get past the limit together.
/// </summary>
internal sealed class RateWindow
{
    public const int HighestCount = 4_000_000;

    /// <summary>22 bits count; the 42 above them are milliseconds since 1970, which is enough until 2109.</summary>
    private const int CountBits = 22;

    private const long CountMask = (1L << CountBits) - 1;

    private long _word;

    /// <summary>Counts one request, unless the limit is reached.</summary>
    /// <param name="now">In milliseconds since 1970.</param>
    /// <param name="length">In milliseconds.</param>
    public RateReading Take(long now, long length, int limit)
    {
        while (true)
        {
            var word = Volatile.Read(ref _word);
            var (begin, count) = (word >> CountBits, (int)(word & CountMask));
            if (!Holds(begin, now, length)) (begin, count) = (now, 0);
            if (count >= limit) return new(limit, 0, begin + length, IsRefused: true);
            var next = (begin << CountBits) | (uint)(count + 1);
            if (Interlocked.CompareExchange(ref _word, next, word) == word) return new(limit, limit - count - 1, begin + length, IsRefused: false);
        }
    }

    /// <summary>What <see cref="Take"/> would say to the next request, without counting it.</summary>
    public RateReading Read(long now, long length, int limit)
    {
        var word = Volatile.Read(ref _word);
        var (begin, count) = (word >> CountBits, (int)(word & CountMask));
        return Holds(begin, now, length) ? new(limit, Math.Max(0, limit - count), begin + length, count >= limit)
            : new(limit, limit, now + length, IsRefused: false);
    }

    /// <summary>
    /// Requests read the clock before they get here, so one may come from just before the window began: it counts in it. Only a clock that was set back by
    /// more than a window begins a new one.
    /// </summary>
    private static bool Holds(long begin, long now, long length) => now - begin < length && begin - now <= length;
}

/// <summary>What a limit said to one request.</summary>
/// <param name="Remaining">Requests that the window still has.</param>
/// <param name="EndsAt">When the window ends, in milliseconds since 1970.</param>
internal readonly record struct RateReading(int Limit, int Remaining, long EndsAt, bool IsRefused);
