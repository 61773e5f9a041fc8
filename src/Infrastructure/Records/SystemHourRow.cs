namespace ModuleX.Infrastructure.Records;

/// <summary>How the nodes fared in one hour of UTC, from a sample of each node a minute.</summary>
internal sealed class SystemHourRow
{
    public DateTimeOffset Start { get; init; }

    /// <summary>A bit for each minute in which a node was up.</summary>
    public long MinutesUp { get; set; }

    public long Samples { get; set; }

    /// <summary>Hundredths of a percent of all processors, added up over the samples.</summary>
    public long Cpu { get; set; }

    /// <summary>Hundredths of a percent of the memory that there is, added up over the samples.</summary>
    public long Memory { get; set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; set; }
}
