using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

/// <summary>What one process counted. No other process adds to it, so writers never wait for each other, nor write a batch again.</summary>
internal sealed class WriterSumRow : SumNumbers
{
    /// <summary>The <see cref="ProcessIdentity"/> of the process.</summary>
    public Guid WriterId { get; init; }

    /// <summary>The concurrency token: merging takes the row away only as it was read.</summary>
    public long Version { get; set; }
}
