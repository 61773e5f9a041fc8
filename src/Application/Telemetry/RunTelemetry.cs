using System.Diagnostics;
using System.Diagnostics.Metrics;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Telemetry;

/// <summary>
/// Executions as OpenTelemetry tells them: the span and the duration of <c>execute_tool</c>. Which action it was, and how it ended; never with what,
/// nor for whom.
/// </summary>
internal static class RunTelemetry
{
    private const string ExecuteTool = "execute_tool";

    private static readonly Histogram<double> Durations = Instrumentation.Meter.CreateHistogram(
        "gen_ai.execute_tool.duration", "s", "How long executions took, from the lease to the answer.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120] });

    /// <summary>The span of a run, where spans are listened to.</summary>
    public static Activity? Start(PreparedRun run)
    {
        if (!Instrumentation.Source.HasListeners()) return null;
        var function = FunctionNames.Of(run.Tool.Name, run.Action.Name);
        return Instrumentation.Source.StartActivity(
            ActivityKind.Internal,
            tags:
            [
                new(Attributes.OperationName, ExecuteTool), new(Attributes.ToolName, function), new(Attributes.ToolType, "extension"),
                new(Attributes.Tool, run.Tool.Name), new(Attributes.Action, run.Action.Name),
            ],
            name: $"{ExecuteTool} {function}");
    }

    /// <param name="error">Null for success.</param>
    public static void End(Activity? span, PreparedRun run, TimeSpan duration, Error? error)
    {
        span?.Fail(error);
        if (!Durations.Enabled) return;
        var tags = new TagList
        {
            { Attributes.OperationName, ExecuteTool }, { Attributes.ToolName, FunctionNames.Of(run.Tool.Name, run.Action.Name) },
                { Attributes.Tool, run.Tool.Name },
        };
        if (error is not null)
        {
            tags.Add(Attributes.ErrorType, error.Code);
            tags.Add(Attributes.ErrorKind, error.Kind.ToString());
        }
        Durations.Record(duration.TotalSeconds, tags);
    }
}
