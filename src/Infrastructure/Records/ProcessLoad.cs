using System.Diagnostics;

namespace ModuleX.Infrastructure.Records;

/// <param name="CpuPercent">Of all processors, used by this process.</param>
/// <param name="MemoryPercent">Of the memory that the process may use, resident.</param>
internal sealed record SystemSample(DateTimeOffset At, double CpuPercent, double MemoryPercent);

/// <summary>Measures what this process uses.</summary>
internal sealed class ProcessLoad(TimeProvider time)
{
    private TimeSpan _processorTime = Process.GetCurrentProcess().TotalProcessorTime;
    private long _at = time.GetTimestamp();

    public static SystemSample Nothing { get; } = new(default, 0, 0);

    /// <summary>The use of processors since the last reading, and of memory now.</summary>
    public SystemSample Read()
    {
        using var process = Process.GetCurrentProcess();
        var (used, at) = (process.TotalProcessorTime, time.GetTimestamp());
        var elapsed = time.GetElapsedTime(_at, at) * Environment.ProcessorCount;
        var cpu = elapsed <= TimeSpan.Zero ? 0 : (used - _processorTime) / elapsed * 100;
        (_processorTime, _at) = (used, at);
        // In a container this is the container's limit.
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return new(time.GetUtcNow(), Math.Clamp(cpu, 0, 100), Math.Clamp(process.WorkingSet64 * 100.0 / available, 0, 100));
    }
}
