namespace ModuleX.Infrastructure.Records;

/// <summary>How nodes fared in one hour of UTC, from a sample of each node a minute.</summary>
internal class SystemHourNumbers
{
    public DateTimeOffset Start { get; init; }

    /// <summary>A bit for each minute in which a node was up.</summary>
    public long MinutesUp { get; set; }

    public long Samples { get; set; }

    /// <summary>Hundredths of a percent of all processors, added up over the samples.</summary>
    public long Cpu { get; set; }

    /// <summary>Hundredths of a percent of the memory that there is, added up over the samples.</summary>
    public long Memory { get; set; }

    public void Add(SystemHourNumbers more)
    {
        MinutesUp |= more.MinutesUp;
        Samples += more.Samples;
        Cpu += more.Cpu;
        Memory += more.Memory;
    }
}
