namespace ModuleX.Domain.Records;

/// <summary>
/// How often which duration occurred, in buckets whose width grows with the duration: below 32 µs each microsecond has its own, above that every
/// power of two has 32. A percentile is the middle of the bucket that it falls into, so it is off by 1.6 % at most. Histograms of parts add up to
/// the histogram of the whole.
/// </summary>
public sealed class LatencyHistogram
{
    private const int SubBucketBits = 5;
    private const int SubBuckets = 1 << SubBucketBits;

    /// <summary>Longer durations, of more than nine hours, count as this.</summary>
    private const long Maximum = (1L << 35) - 1;

    private readonly Dictionary<int, long> _counts = [];

    /// <summary>How many durations there are in all.</summary>
    public long Count { get; private set; }

    /// <param name="microseconds">Negative ones count as 0.</param>
    public void Add(long microseconds) => Add(BucketOf(Math.Clamp(microseconds, 0, Maximum)), 1);

    /// <summary>Adds what another one holds.</summary>
    public void Add(LatencyHistogram other)
    {
        foreach (var (bucket, count) in other._counts) Add(bucket, count);
    }

    /// <summary>Adds what <see cref="ToBytes"/> made.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var bucket = 0;
        while (!bytes.IsEmpty)
        {
            bucket += (int)ReadNumber(ref bytes);
            Add(bucket, ReadNumber(ref bytes));
        }
    }

    /// <summary>The duration, in microseconds, that this share of all durations does not exceed (nearest rank); 0 where there are none.</summary>
    /// <param name="share">From above 0 to 1: 0.95 for the 95th percentile.</param>
    public double Percentile(double share)
    {
        var rank = (long)Math.Ceiling(share * Count);
        foreach (var (bucket, count) in _counts.OrderBy(pair => pair.Key))
        {
            rank -= count;
            if (rank <= 0) return MiddleOf(bucket);
        }
        return 0;
    }

    /// <summary>Pairs of numbers in base 128, low digits first: how far the bucket is from the one before it, and its count.</summary>
    public byte[] ToBytes()
    {
        var bytes = new List<byte>(_counts.Count * 3);
        var before = 0;
        foreach (var (bucket, count) in _counts.OrderBy(pair => pair.Key))
        {
            WriteNumber(bytes, bucket - before);
            WriteNumber(bytes, count);
            before = bucket;
        }
        return [.. bytes];
    }

    private void Add(int bucket, long count)
    {
        _counts[bucket] = _counts.GetValueOrDefault(bucket) + count;
        Count += count;
    }

    private static int BucketOf(long value)
    {
        if (value < SubBuckets) return (int)value;
        var power = 63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)value) - SubBucketBits;
        return ((power + 1) << SubBucketBits) + (int)((value >> power) & (SubBuckets - 1));
    }

    private static double MiddleOf(int bucket)
    {
        if (bucket < SubBuckets) return bucket;
        var power = (bucket >> SubBucketBits) - 1;
        var low = (long)(SubBuckets + (bucket & (SubBuckets - 1))) << power;
        return low + (((1L << power) - 1) / 2.0);
    }

    private static void WriteNumber(List<byte> bytes, long number)
    {
        for (; number >= 128; number >>= 7) bytes.Add((byte)(number | 128));
        bytes.Add((byte)number);
    }

    private static long ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        long number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var digit = bytes[0];
            bytes = bytes[1..];
            number |= (long)(digit & 127) << shift;
            if (digit < 128) return number;
        }
    }
}
