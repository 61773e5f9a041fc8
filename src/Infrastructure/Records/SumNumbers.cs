using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Records;

/// <summary>What was counted in one hour, or in one day, of UTC.</summary>
internal class SumNumbers
{
    public TenantId TenantId { get; init; }

    /// <summary>Empty for none.</summary>
    public OrganizationId OrganizationId { get; init; }

    public SumGrain Grain { get; init; }

    public Measure Measure { get; init; }

    /// <summary>When the hour or the day begins.</summary>
    public DateTimeOffset Start { get; init; }

    public required string Subject { get; init; }

    public required string Detail { get; init; }

    public long Count { get; set; }

    public long Errors { get; set; }

    public long Refused { get; set; }

    public long Faults { get; set; }

    public long DurationMicroseconds { get; set; }

    /// <summary>A <see cref="LatencyHistogram"/>; empty where nothing took time.</summary>
    public byte[] Latency { get; set; } = [];

    public void Add(Sum more)
    {
        Add(more.Count, more.Errors, more.Refused, more.Faults, more.DurationMicroseconds);
        if (more.Latency.Count == 0) return;
        var latency = new LatencyHistogram();
        latency.Add(Latency);
        latency.Add(more.Latency);
        Latency = latency.ToBytes();
    }

    public void Add(SumNumbers more)
    {
        Add(more.Count, more.Errors, more.Refused, more.Faults, more.DurationMicroseconds);
        if (more.Latency.Length == 0) return;
        if (Latency.Length == 0)
        {
            Latency = more.Latency;
            return;
        }
        var latency = new LatencyHistogram();
        latency.Add(Latency);
        latency.Add(more.Latency);
        Latency = latency.ToBytes();
    }

    private void Add(long count, long errors, long refused, long faults, long durationMicroseconds)
    {
        Count += count;
        Errors += errors;
        Refused += refused;
        Faults += faults;
        DurationMicroseconds += durationMicroseconds;
    }
}

/// <summary>How long a sum is.</summary>
internal enum SumGrain : byte
{
    Hour = 1,
    Day = 2,
}
