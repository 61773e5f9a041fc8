using System.Globalization;
using ModuleX.Application.Analytics;
using ModuleX.Application.Records;
using ModuleX.Domain.Records;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Between the wire records of monitoring and the use cases.</summary>
internal static class MonitoringMapping
{
    private const double MicrosecondsOfMillisecond = 1000;

    public static CleanUpLogsResponse ToCleanedUp(this IReadOnlyDictionary<string, int> removed) => new(
        true, "Log cleanup task completed successfully",
        new(removed[LogKinds.Request], removed[LogKinds.Security], removed[LogKinds.Business], removed[LogKinds.Error], removed[LogKinds.System],
        removed[LogKinds.Audit]));

    public static LogCountsResponse ToWire(this IReadOnlyDictionary<string, LogCountView> counts, DateTimeOffset now) => new(
        true, counts.ToDictionary(pair => pair.Key, pair => pair.Value.Count),
        counts.ToDictionary(pair => pair.Key, pair => new LogCountDetails(pair.Value.Count, pair.Value.Oldest, pair.Value.Newest)), now);

    public static LogStatisticsResponse ToWire(this LogStatisticsView view, int hours) => new(
        true, hours,
        new(
            view.Total, view.Counts[LogKinds.Request], view.Counts[LogKinds.Security], view.Counts[LogKinds.Business], view.Counts[LogKinds.Error],
            view.Counts[LogKinds.System],
            view.PerHour),
        view.At);

    public static RecentErrorsResponse ToErrors(this IReadOnlyList<RecordEntry> errors, DateTimeOffset now) =>
        new(true, [.. errors.Select(ToError)], errors.Count, now);

    public static SlowRequestsResponse ToWire(this SlowRequestsView view, DateTimeOffset now) =>
        new(true, [.. view.Requests.Select(ToSlow)], view.Requests.Count, (long)view.Threshold.TotalMilliseconds, now);

    public static SecurityAlertsResponse ToWire(this IReadOnlyList<SecurityAlertView> alerts, DateTimeOffset now) =>
        new(true, [.. alerts.Select(ToAlert)], alerts.Count, now);

    private static RecentError ToError(RecordEntry entry) => new(
        IdOf("error", entry), entry.At, entry.Level.ToLevel(), entry.Category.ToLowerInvariant(), entry.Message, entry.ToolName, entry.UserId,
        entry.Endpoint, entry.Code?.ToUpperInvariant());

    private static SlowRequest ToSlow(RecordEntry entry) => new(
        IdOf("request", entry), entry.At, entry.Endpoint!, entry.Method!, MeasuredValue.Round(entry.DurationMicroseconds!.Value / MicrosecondsOfMillisecond),
        entry.StatusCode!.Value, entry.UserId, entry.ToolName, entry.ActionName);

    private static SecurityAlert ToAlert(SecurityAlertView alert) => new(
        alert.WireId(), alert.LastAt, alert.Severity.ToLevel(), alert.EventType.ToUpperInvariant(), alert.Message, alert.IpAddress, alert.UserId,
        alert.ToolName, alert.Count);

    private static string IdOf(string kind, RecordEntry entry) => $"{kind}-{entry.Id.ToString(CultureInfo.InvariantCulture)}";
}
