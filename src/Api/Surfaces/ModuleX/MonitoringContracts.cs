using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>How many records were removed.</summary>
internal sealed record CleanUpLogsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("deleted_counts")] DeletedCounts DeletedCounts);

internal sealed record DeletedCounts(
    [property: JsonPropertyName("request_logs")] int RequestLogs,
    [property: JsonPropertyName("security_logs")] int SecurityLogs,
    [property: JsonPropertyName("business_logs")] int BusinessLogs,
    [property: JsonPropertyName("error_logs")] int ErrorLogs,
    [property: JsonPropertyName("system_logs")] int SystemLogs,
    [property: JsonPropertyName("audit_logs")] int AuditLogs);

/// <summary>How many records are stored.</summary>
/// <param name="TotalCounts">By kind.</param>
/// <param name="Details">By kind, with the oldest and the newest; null where there is none.</param>
internal sealed record LogCountsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("total_counts")] IReadOnlyDictionary<string, long> TotalCounts,
    [property: JsonPropertyName("details")] IReadOnlyDictionary<string, LogCountDetails> Details,
    [property: JsonPropertyName("server_time")] string ServerTime);

/// <param name="Oldest">ISO 8601, UTC.</param>
internal sealed record LogCountDetails(
    [property: JsonPropertyName("count")] long Count, [property: JsonPropertyName("oldest")] string? Oldest, [property: JsonPropertyName("newest")] string? Newest);

/// <summary>How many records were made in the last hours, up to the end of this one.</summary>
internal sealed record LogStatisticsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("period_hours")] int PeriodHours,
    [property: JsonPropertyName("stats")] LogStatistics Stats,
    [property: JsonPropertyName("timestamp")] string Timestamp);

internal sealed record LogStatistics(
    [property: JsonPropertyName("total_logs")] long TotalLogs,
    [property: JsonPropertyName("request_logs")] long RequestLogs,
    [property: JsonPropertyName("security_logs")] long SecurityLogs,
    [property: JsonPropertyName("business_logs")] long BusinessLogs,
    [property: JsonPropertyName("error_logs")] long ErrorLogs,
    [property: JsonPropertyName("system_logs")] long SystemLogs,
    [property: JsonPropertyName("log_rate_per_hour")] double LogRatePerHour);

/// <param name="Total">How many are listed.</param>
internal sealed record RecentErrorsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("errors")] IReadOnlyList<RecentError> Errors,
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("timestamp")] string Timestamp);

/// <param name="Level"><c>ERROR</c> or <c>CRITICAL</c>.</param>
/// <param name="Category"><c>integration</c> for a tool that failed, <c>system</c> for the server itself.</param>
internal sealed record RecentError(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("timestamp")] string Timestamp,
    [property: JsonPropertyName("level"), AllowedValues("ERROR", "CRITICAL")] string Level,
    [property: JsonPropertyName("category")] string Category,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("tool_name")] string? ToolName,
    [property: JsonPropertyName("user_id")] string? UserId,
    [property: JsonPropertyName("endpoint")] string? Endpoint,
    [property: JsonPropertyName("error_code")] string? ErrorCode);

/// <param name="ThresholdMs">From how many milliseconds on a request is slow now.</param>
internal sealed record SlowRequestsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("slow_requests")] IReadOnlyList<SlowRequest> SlowRequests,
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("threshold_ms")] long ThresholdMs,
    [property: JsonPropertyName("timestamp")] string Timestamp);

internal sealed record SlowRequest(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("timestamp")] string Timestamp,
    [property: JsonPropertyName("endpoint")] string Endpoint,
    [property: JsonPropertyName("method")] string Method,
    [property: JsonPropertyName("duration_ms")] double DurationMs,
    [property: JsonPropertyName("status_code")] int StatusCode,
    [property: JsonPropertyName("user_id")] string? UserId,
    [property: JsonPropertyName("tool_name")] string? ToolName,
    [property: JsonPropertyName("action_name")] string? ActionName);

internal sealed record SecurityAlertsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("alerts")] IReadOnlyList<SecurityAlert> Alerts,
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("timestamp")] string Timestamp);

/// <param name="Timestamp">Of the last event.</param>
/// <param name="Severity"><c>WARNING</c> or <c>CRITICAL</c>.</param>
/// <param name="EventType">Such as <c>AUTH_FAIL</c>.</param>
/// <param name="Count">How many events there were.</param>
internal sealed record SecurityAlert(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("timestamp")] string Timestamp,
    [property: JsonPropertyName("severity"), AllowedValues("WARNING", "CRITICAL")] string Severity,
    [property: JsonPropertyName("event_type")] string EventType,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("ip_address")] string? IpAddress,
    [property: JsonPropertyName("user_id")] string? UserId,
    [property: JsonPropertyName("tool_name")] string? ToolName,
    [property: JsonPropertyName("count")] int Count);
