using System.Diagnostics.Metrics;
using ModuleX.Infrastructure.Telemetry;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>How many sessions this process has in memory.</summary>
internal sealed class MeasuredToolSessions(ToolSessionCache cache) : IMeasured
{
    public void Measure(Meter meter) =>
        meter.CreateObservableUpDownCounter("modulex.session.live", () => cache.Count, "{session}", "Tool sessions in the memory of this process.");
}
