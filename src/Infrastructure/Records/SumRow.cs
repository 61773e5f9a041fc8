namespace ModuleX.Infrastructure.Records;

/// <summary>What all processes counted in an hour or a day that is over; <see cref="SumMerging"/> makes it of their <see cref="WriterSumRow"/>s.</summary>
internal sealed class SumRow : SumNumbers
{
    /// <summary>The concurrency token.</summary>
    public long Version { get; set; }
}
