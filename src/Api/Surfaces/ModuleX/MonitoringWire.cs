using Mapster;
using ModuleX.Api.Hosting;
using ModuleX.Application.Records;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>How many records were removed.</summary>
internal sealed record CleanUpLogsResponse(bool Success, string Message, DeletedCounts DeletedCounts)
{
    public static CleanUpLogsResponse Of(IReadOnlyDictionary<string, int> removed) => new(
        true, "Log cleanup task completed successfully",
        new(removed[LogKinds.Request], removed[LogKinds.Security], removed[LogKinds.Business], removed[LogKinds.Error], removed[LogKinds.System],
        removed[LogKinds.Audit]));
}

internal sealed record DeletedCounts(
    int RequestLogs,
    int SecurityLogs,
    int BusinessLogs,
    int ErrorLogs,
    int SystemLogs,
    int AuditLogs);

/// <summary>How many records are stored.</summary>
/// <param name="TotalCounts">By kind.</param>
/// <param name="Details">By kind, with the oldest and the newest; null where there is none.</param>
internal sealed record LogCountsResponse(
    bool Success,
    IReadOnlyDictionary<string, long> TotalCounts,
    IReadOnlyDictionary<string, LogCountDetails> Details,
    DateTimeOffset ServerTime)
{
    public static LogCountsResponse Of(IReadOnlyDictionary<string, LogCountView> counts, DateTimeOffset now) => new(
        true, counts.ToDictionary(pair => pair.Key, pair => pair.Value.Count),
        counts.ToDictionary(pair => pair.Key, pair => pair.Value.ToWire<LogCountDetails>()), now);
}

/// <param name="Oldest">ISO 8601, UTC.</param>
internal sealed record LogCountDetails(long Count, DateTimeOffset? Oldest, DateTimeOffset? Newest);

/// <summary>How many records were made in the last hours, up to the end of this one.</summary>
internal sealed record LogStatisticsResponse(bool Success, int PeriodHours, LogStatistics Stats, DateTimeOffset Timestamp)
{
    public static LogStatisticsResponse Of(LogStatisticsView view, int hours) => new(
        true, hours,
        new(
            view.Total, view.Counts[LogKinds.Request], view.Counts[LogKinds.Security], view.Counts[LogKinds.Business], view.Counts[LogKinds.Error],
            view.Counts[LogKinds.System],
            view.PerHour),
        view.At);
}

internal sealed record LogStatistics(
    long TotalLogs,
    long RequestLogs,
    long SecurityLogs,
    long BusinessLogs,
    long ErrorLogs,
    long SystemLogs,
    double LogRatePerHour);

internal sealed class MonitoringWire : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<LogCountView, LogCountDetails>();
}
