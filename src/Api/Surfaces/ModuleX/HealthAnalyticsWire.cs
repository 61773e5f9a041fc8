using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ModuleX.Application.Analytics;
using ModuleX.Domain.Records;
using static ModuleX.Api.Surfaces.ModuleX.AnalyticsText;

namespace ModuleX.Api.Surfaces.ModuleX;

internal sealed record PerformanceAnalyticsData(PerformanceAnalytics PerformanceAnalytics)
{
    public static PerformanceAnalyticsData Of(PerformanceAnalyticsView view, AnalyticsPeriod period, string? metric) => new(new PerformanceAnalytics(
        Measurement.Of(view.ResponseMilliseconds, period), Measurement.Of(view.Uptime, period), Measurement.Of(view.Requests, period),
        Measurement.Of(view.ErrorRate, period),
        [.. view.ResponseTimes.Select(row => new ResponseTimes(TimeOf(row.Start, period), row.P50, row.P95, row.P99))],
        [.. view.Endpoints.Select(row => new EndpointPerformance(row.Endpoint, row.AverageMilliseconds, row.Calls, row.Errors))],
        view.Cpu is { } cpu && view.Memory is { } memory ? [new("CPU Usage", Round(cpu), Blue), new("Memory Usage", Round(memory), Green)] : []).Only(metric));
}

/// <summary>How requests were answered. With <c>?metric=</c> only that member is there.</summary>
/// <param name="AvgResponseTime">Milliseconds.</param>
/// <param name="Uptime">Percent.</param>
/// <param name="RequestVolume">Requests.</param>
/// <param name="ErrorRate">Percent of the requests that were answered 4xx or 5xx.</param>
/// <param name="ApiResponseTimes">A row an hour for 24h, else a row a day.</param>
/// <param name="EndpointPerformance">The twenty with the most requests.</param>
/// <param name="SystemMetrics">Of the newest hour of which there are samples.</param>
internal sealed record PerformanceAnalytics(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Measurement? AvgResponseTime,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Measurement? Uptime,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Measurement? RequestVolume,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Measurement? ErrorRate,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ResponseTimes>? ApiResponseTimes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<EndpointPerformance>? EndpointPerformance,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SystemMetric>? SystemMetrics)
{
    /// <summary>The words of <c>?metric=</c>.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
        ["avg_response_time", "uptime", "request_volume", "error_rate", "api_response_times", "endpoint_performance", "system_metrics"];

    /// <summary>One member alone.</summary>
    /// <param name="metric">Of <see cref="Metrics"/>; null for all.</param>
    public PerformanceAnalytics Only(string? metric) => metric is null
        ? this
        : new(
            metric == Metrics[0] ? AvgResponseTime : null,
            metric == Metrics[1] ? Uptime : null,
            metric == Metrics[2] ? RequestVolume : null,
            metric == Metrics[3] ? ErrorRate : null,
            metric == Metrics[4] ? ApiResponseTimes : null,
            metric == Metrics[5] ? EndpointPerformance : null,
            metric == Metrics[6] ? SystemMetrics : null);
}

/// <summary>Percentiles in milliseconds, each off by 1.6 % at most.</summary>
/// <param name="Time"><c>HH:mm</c> of UTC, or a day.</param>
internal sealed record ResponseTimes(string Time, double P50, double P95, double P99);

/// <param name="Endpoint">A path; ids stand as their names in braces.</param>
/// <param name="AvgTime">Milliseconds.</param>
/// <param name="Errors">Requests that were answered 4xx or 5xx.</param>
internal sealed record EndpointPerformance(string Endpoint, double AvgTime, long Calls, long Errors);

/// <param name="Value">Percent.</param>
/// <param name="Color">For charts.</param>
internal sealed record SystemMetric(string Name, double Value, string Color);

internal sealed record SecurityAnalyticsData(SecurityAnalytics SecurityAnalytics)
{
    public static SecurityAnalyticsData Of(SecurityAnalyticsView view, AnalyticsPeriod period, DateTimeOffset now) => new(new SecurityAnalytics(
        view.Score.Total, Measurement.Of(view.FailedLogins, period), Measurement.Of(view.SuspiciousEvents, period), view.LiveSessions,
        [.. view.Events.Select(row => new SecurityEventCounts(TimeOf(row.Start, period), row.LoginAttempts, row.FailedLogins, row.Suspicious))],
        [.. view.AuthMethods.Select(method => new AuthMethodUsage(method.Method, method.Percent, method.Method == AuthMethods.Password ? Blue : Green))],
        [.. view.Score.Parts.Select(part => new SecurityScorePart(part.Name, part.Score, FullMark))],
        [.. view.Recent.Select(entry => new RecentSecurityEvent(entry.Id, entry.Code!, entry.Message, entry.Level.ToWord(), AgeOf(now - entry.At)))]));
}

/// <param name="SecurityScore">From 0 to 100; its rules are in docs/analytics.md.</param>
/// <param name="SuspiciousActivities">Locked accounts, reused tokens, refused callbacks and addresses, foreign tenants.</param>
/// <param name="ActiveSessions">Login sessions that last.</param>
/// <param name="SecurityEvents">A row an hour for 24h, else a row a day; only times in which something happened.</param>
/// <param name="AuthMethodsUsage">Percent of the requests.</param>
/// <param name="RecentSecurityEvents">The newest ten.</param>
internal sealed record SecurityAnalytics(
    int SecurityScore,
    Measurement FailedLogins,
    Measurement SuspiciousActivities,
    int ActiveSessions,
    IReadOnlyList<SecurityEventCounts> SecurityEvents,
    IReadOnlyList<AuthMethodUsage> AuthMethodsUsage,
    IReadOnlyList<SecurityScorePart> SecurityScoreBreakdown,
    IReadOnlyList<RecentSecurityEvent> RecentSecurityEvents);

/// <param name="Time"><c>HH:mm</c> of UTC, or a day.</param>
internal sealed record SecurityEventCounts(string Time, long LoginAttempts, long FailedLogins, long SuspiciousActivity);

/// <param name="Method"><c>password</c> or <c>api_key</c>.</param>
/// <param name="Value">Percent.</param>
/// <param name="Color">For charts.</param>
internal sealed record AuthMethodUsage(string Method, double Value, string Color);

/// <param name="Score">From 0 to <paramref name="FullMark"/>.</param>
internal sealed record SecurityScorePart(string Subject, int Score, int FullMark);

/// <param name="Type">Such as <c>auth_fail</c>.</param>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>critical</c>.</param>
/// <param name="Time">For people: <c>2 hours ago</c>.</param>
internal sealed record RecentSecurityEvent(
    long Id,
    string Type,
    string Message,
    [property: AllowedValues("info", "warning", "critical")] string Severity,
    string Time);
