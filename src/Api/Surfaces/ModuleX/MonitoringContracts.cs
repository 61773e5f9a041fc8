using System.ComponentModel.DataAnnotations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>How many records were removed.</summary>
internal sealed record CleanUpLogsResponse(bool Success, string Message, DeletedCounts DeletedCounts);

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
    DateTimeOffset ServerTime);

/// <param name="Oldest">ISO 8601, UTC.</param>
internal sealed record LogCountDetails(long Count, DateTimeOffset? Oldest, DateTimeOffset? Newest);

/// <summary>How many records were made in the last hours, up to the end of this one.</summary>
internal sealed record LogStatisticsResponse(bool Success, int PeriodHours, LogStatistics Stats, DateTimeOffset Timestamp);

internal sealed record LogStatistics(
    long TotalLogs,
    long RequestLogs,
    long SecurityLogs,
    long BusinessLogs,
    long ErrorLogs,
    long SystemLogs,
    double LogRatePerHour);

/// <param name="Total">How many are listed.</param>
internal sealed record RecentErrorsResponse(
    bool Success,
    IReadOnlyList<RecentError> Errors,
    int Total,
    DateTimeOffset Timestamp);

/// <param name="Level"><c>ERROR</c> or <c>CRITICAL</c>.</param>
/// <param name="Category"><c>integration</c> for a tool that failed, <c>system</c> for the server itself.</param>
internal sealed record RecentError(
    string Id,
    DateTimeOffset Timestamp,
    [property: AllowedValues("ERROR", "CRITICAL")] string Level,
    string Category,
    string Message,
    string? ToolName,
    string? UserId,
    string? Endpoint,
    string? ErrorCode);

/// <param name="ThresholdMs">From how many milliseconds on a request is slow now.</param>
internal sealed record SlowRequestsResponse(
    bool Success,
    IReadOnlyList<SlowRequest> SlowRequests,
    int Total,
    long ThresholdMs,
    DateTimeOffset Timestamp);

internal sealed record SlowRequest(
    string Id,
    DateTimeOffset Timestamp,
    string Endpoint,
    string Method,
    double DurationMs,
    int StatusCode,
    string? UserId,
    string? ToolName,
    string? ActionName);

internal sealed record SecurityAlertsResponse(
    bool Success,
    IReadOnlyList<SecurityAlert> Alerts,
    int Total,
    DateTimeOffset Timestamp);

/// <param name="Timestamp">Of the last event.</param>
/// <param name="Severity"><c>WARNING</c> or <c>CRITICAL</c>.</param>
/// <param name="EventType">Such as <c>AUTH_FAIL</c>.</param>
/// <param name="Count">How many events there were.</param>
internal sealed record SecurityAlert(
    string Id,
    DateTimeOffset Timestamp,
    [property: AllowedValues("WARNING", "CRITICAL")] string Severity,
    string EventType,
    string Message,
    string? IpAddress,
    string? UserId,
    string? ToolName,
    int Count);
