using System.Diagnostics.Metrics;
using ModuleX.Infrastructure.Telemetry;

namespace ModuleX.Infrastructure.Records;

/// <summary>How full the channel of records is.</summary>
internal sealed class MeasuredRecords(RecordChannel channel) : IMeasured
{
    public void Measure(Meter meter)
    {
        meter.CreateObservableUpDownCounter("modulex.records.waiting", () => channel.Waiting, "{record}", "Records that wait to be written.");
        meter.CreateObservableCounter(
            "modulex.records.dropped", () => channel.AllDrops, "{record}", "Request records that found no room: counted in the sums, and not stored.");
    }
}
