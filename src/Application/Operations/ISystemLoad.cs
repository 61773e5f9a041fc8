namespace ModuleX.Application.Operations;

/// <summary>Knows what this process uses of the machine, as of the last sample.</summary>
public interface ISystemLoad
{
    /// <summary>Percent of all processors, since the sample before.</summary>
    double CpuPercent { get; }

    /// <summary>Percent of the memory that the process may use, resident.</summary>
    double MemoryPercent { get; }
}
