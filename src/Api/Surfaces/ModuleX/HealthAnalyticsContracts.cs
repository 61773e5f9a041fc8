using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.ModuleX;

internal sealed record PerformanceAnalyticsData([property: JsonPropertyName("performance_analytics")] PerformanceAnalytics PerformanceAnalytics);

/// <summary>How requests were answered. With <c>?metric=</c> only that member is there.</summary>
/// <param name="AvgResponseTime">Milliseconds.</param>
/// <param name="Uptime">Percent.</param>
/// <param name="RequestVolume">Requests.</param>
/// <param name="ErrorRate">Percent of the requests that were answered 4xx or 5xx.</param>
/// <param name="ApiResponseTimes">A row an hour for 24h, else a row a day.</param>
/// <param name="EndpointPerformance">The twenty with the most requests.</param>
/// <param name="SystemMetrics">Of the newest hour of which there are samples.</param>
internal sealed record PerformanceAnalytics(
    [property: JsonPropertyName("avg_response_time"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Measurement? AvgResponseTime,
    [property: JsonPropertyName("uptime"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Measurement? Uptime,
    [property: JsonPropertyName("request_volume"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Measurement? RequestVolume,
    [property: JsonPropertyName("error_rate"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Measurement? ErrorRate,
    [property: JsonPropertyName("api_response_times"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ResponseTimes>? ApiResponseTimes,
    [property: JsonPropertyName("endpoint_performance"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<EndpointPerformance>? EndpointPerformance,
    [property: JsonPropertyName("system_metrics"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SystemMetric>? SystemMetrics)
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
internal sealed record ResponseTimes(
    [property: JsonPropertyName("time")] string Time,
    [property: JsonPropertyName("p50")] double P50,
    [property: JsonPropertyName("p95")] double P95,
    [property: JsonPropertyName("p99")] double P99);

/// <param name="Endpoint">A path; ids stand as their names in braces.</param>
/// <param name="AvgTime">Milliseconds.</param>
/// <param name="Errors">Requests that were answered 4xx or 5xx.</param>
internal sealed record EndpointPerformance(
    [property: JsonPropertyName("endpoint")] string Endpoint,
    [property: JsonPropertyName("avg_time")] double AvgTime,
    [property: JsonPropertyName("calls")] long Calls,
    [property: JsonPropertyName("errors")] long Errors);

/// <param name="Value">Percent.</param>
/// <param name="Color">For charts.</param>
internal sealed record SystemMetric(
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("value")] double Value, [property: JsonPropertyName("color")] string Color);

internal sealed record SecurityAnalyticsData([property: JsonPropertyName("security_analytics")] SecurityAnalytics SecurityAnalytics);

/// <param name="SecurityScore">From 0 to 100; its rules are in docs/analytics.md.</param>
/// <param name="SuspiciousActivities">Locked accounts, reused tokens, refused callbacks and addresses, foreign tenants.</param>
/// <param name="ActiveSessions">Login sessions that last.</param>
/// <param name="SecurityEvents">A row an hour for 24h, else a row a day; only times in which something happened.</param>
/// <param name="AuthMethodsUsage">Percent of the requests.</param>
/// <param name="RecentSecurityEvents">The newest ten.</param>
internal sealed record SecurityAnalytics(
    [property: JsonPropertyName("security_score")] int SecurityScore,
    [property: JsonPropertyName("failed_logins")] Measurement FailedLogins,
    [property: JsonPropertyName("suspicious_activities")] Measurement SuspiciousActivities,
    [property: JsonPropertyName("active_sessions")] int ActiveSessions,
    [property: JsonPropertyName("security_events")] IReadOnlyList<SecurityEventCounts> SecurityEvents,
    [property: JsonPropertyName("auth_methods_usage")] IReadOnlyList<AuthMethodUsage> AuthMethodsUsage,
    [property: JsonPropertyName("security_score_breakdown")] IReadOnlyList<SecurityScorePart> SecurityScoreBreakdown,
    [property: JsonPropertyName("recent_security_events")] IReadOnlyList<RecentSecurityEvent> RecentSecurityEvents);

/// <param name="Time"><c>HH:mm</c> of UTC, or a day.</param>
internal sealed record SecurityEventCounts(
    [property: JsonPropertyName("time")] string Time,
    [property: JsonPropertyName("login_attempts")] long LoginAttempts,
    [property: JsonPropertyName("failed_logins")] long FailedLogins,
    [property: JsonPropertyName("suspicious_activity")] long SuspiciousActivity);

/// <param name="Method"><c>password</c> or <c>api_key</c>.</param>
/// <param name="Value">Percent.</param>
/// <param name="Color">For charts.</param>
internal sealed record AuthMethodUsage(
    [property: JsonPropertyName("method")] string Method, [property: JsonPropertyName("value")] double Value, [property: JsonPropertyName("color")] string Color);

/// <param name="Score">From 0 to <paramref name="FullMark"/>.</param>
internal sealed record SecurityScorePart(
    [property: JsonPropertyName("subject")] string Subject, [property: JsonPropertyName("score")] int Score, [property: JsonPropertyName("full_mark")] int FullMark);

/// <param name="Type">Such as <c>auth_fail</c>.</param>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>critical</c>.</param>
/// <param name="Time">For people: <c>2 hours ago</c>.</param>
internal sealed record RecentSecurityEvent(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("severity"), AllowedValues("info", "warning", "critical")] string Severity,
    [property: JsonPropertyName("time")] string Time);
