using System.Diagnostics;
using OpenTelemetry;

namespace ModuleX.Infrastructure.Telemetry;

/// <summary>
/// Leaves out what no request caused and no one of ModuleX's own spans surrounds: the queries with which each node looks for changes twice a second, and what silos say to
/// each other. They would be more than all others together.
/// </summary>
internal sealed class BackgroundSpans : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.ParentSpanId == default && IsInner(data.Source.Name)) data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    private static bool IsInner(string source) => source == "Npgsql" || source.EndsWith(".Runtime", StringComparison.Ordinal);
}
