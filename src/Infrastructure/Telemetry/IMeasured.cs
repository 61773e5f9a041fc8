using System.Diagnostics.Metrics;

namespace ModuleX.Infrastructure.Telemetry;

/// <summary>Something that can say a number when it is asked: how long a queue is. It is asked only where telemetry is switched on.</summary>
internal interface IMeasured
{
    /// <param name="meter">This server's own; its instruments end with it.</param>
    void Measure(Meter meter);
}
