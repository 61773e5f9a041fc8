using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Records;

/// <summary>What was counted in one hour, or in one day, of UTC.</summary>
internal sealed class SumRow
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

    /// <summary>The concurrency token.</summary>
    public long Version { get; set; }
}

/// <summary>How long a sum is.</summary>
internal enum SumGrain : byte
{
    Hour = 1,
    Day = 2,
}
