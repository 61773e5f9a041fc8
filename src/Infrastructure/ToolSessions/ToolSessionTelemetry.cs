using System.Diagnostics;
using System.Diagnostics.Metrics;
using ModuleX.Application.Telemetry;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Leases and refreshes, counted where the session is: in this process, or on the silo that has its grain.</summary>
internal static class ToolSessionTelemetry
{
    private const string Leases = "leased";
    private const string Refreshes = "refreshed";

    private static readonly Counter<long> LeaseCount = Instrumentation.Meter.CreateCounter<long>(
        "modulex.session.leases", "{lease}", "Leases that runs asked for.");

    private static readonly Histogram<double> RefreshDurations = Instrumentation.Meter.CreateHistogram(
        "modulex.session.refresh.duration", "s", "How long refreshes of credentials took, the write included.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });

    /// <param name="error">Why there is no lease; null where there is one.</param>
    public static void Leased(string tool, Error? error)
    {
        if (LeaseCount.Enabled) LeaseCount.Add(1, new(Attributes.Tool, tool), new(Attributes.Outcome, error?.Code ?? Leases));
    }

    public static Activity? StartRefresh(string tool) => Instrumentation.Source.HasListeners()
        ? Instrumentation.Source.StartActivity(ActivityKind.Internal, tags: [new(Attributes.Tool, tool)], name: $"refresh_credential {tool}")
        : null;

    /// <param name="error">Null where the credential is fresh again.</param>
    public static void EndRefresh(Activity? span, string tool, TimeSpan duration, Error? error)
    {
        span?.Fail(error);
        if (RefreshDurations.Enabled)
            RefreshDurations.Record(duration.TotalSeconds, new(Attributes.Tool, tool), new(Attributes.Outcome, error?.Code ?? Refreshes));
    }
}
