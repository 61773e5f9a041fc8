using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

/// <summary>One process of a node.</summary>
internal sealed class WriterSystemHourRow : SystemHourNumbers
{
    /// <summary>The <see cref="ProcessIdentity"/> of the process.</summary>
    public Guid WriterId { get; init; }

    /// <summary>The concurrency token: merging takes the row away only as it was read.</summary>
    public long Version { get; set; }
}
