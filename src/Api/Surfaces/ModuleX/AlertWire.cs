using System.ComponentModel.DataAnnotations;
using ModuleX.Application.Analytics;
using ModuleX.Application.Records;
using ModuleX.Domain.Records;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Total">How many are listed.</param>
internal sealed record RecentErrorsResponse(
    bool Success,
    IReadOnlyList<RecentError> Errors,
    int Total,
    DateTimeOffset Timestamp)
{
    public static RecentErrorsResponse Of(IReadOnlyList<RecordEntry> errors, DateTimeOffset now) =>
        new(true, [.. errors.Select(RecentError.Of)], errors.Count, now);
}

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
    string? ErrorCode)
{
    public static RecentError Of(RecordEntry entry) => new(
        AnalyticsText.RecordId("error", entry.Id), entry.At, entry.Level.ToLevel(), entry.Category.ToLowerInvariant(), entry.Message, entry.ToolName,
        entry.UserId,
        entry.Endpoint, entry.Code?.ToUpperInvariant());
}

/// <param name="ThresholdMs">From how many milliseconds on a request is slow now.</param>
internal sealed record SlowRequestsResponse(
    bool Success,
    IReadOnlyList<SlowRequest> SlowRequests,
    int Total,
    long ThresholdMs,
    DateTimeOffset Timestamp)
{
    public static SlowRequestsResponse Of(SlowRequestsView view, DateTimeOffset now) =>
        new(true, [.. view.Requests.Select(SlowRequest.Of)], view.Requests.Count, (long)view.Threshold.TotalMilliseconds, now);
}

internal sealed record SlowRequest(
    string Id,
    DateTimeOffset Timestamp,
    string Endpoint,
    string Method,
    double DurationMs,
    int StatusCode,
    string? UserId,
    string? ToolName,
    string? ActionName)
{
    public static SlowRequest Of(RecordEntry entry) => new(
        AnalyticsText.RecordId("request", entry.Id), entry.At, entry.Endpoint!, entry.Method!, MeasuredValue.Round(entry.DurationMicroseconds!.Value / 1000.0),
        entry.StatusCode!.Value, entry.UserId, entry.ToolName, entry.ActionName);
}

internal sealed record SecurityAlertsResponse(
    bool Success,
    IReadOnlyList<SecurityAlert> Alerts,
    int Total,
    DateTimeOffset Timestamp)
{
    public static SecurityAlertsResponse Of(IReadOnlyList<SecurityAlertView> alerts, DateTimeOffset now) =>
        new(true, [.. alerts.Select(SecurityAlert.Of)], alerts.Count, now);
}

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
    int Count)
{
    public static SecurityAlert Of(SecurityAlertView alert) => new(
        AnalyticsText.RecordId("alert", alert.Id), alert.LastAt, alert.Severity.ToLevel(), alert.EventType.ToUpperInvariant(), alert.Message,
        alert.IpAddress, alert.UserId,
        alert.ToolName, alert.Count);
}
