using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Analytics of an organization.</summary>
/// <typeparam name="T">The part that was asked for, under its name.</typeparam>
internal sealed record AnalyticsResponse<T>(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("data")] T Data,
    [property: JsonPropertyName("meta")] AnalyticsMeta Meta);

/// <param name="Timestamp">When it was worked out; ISO 8601, UTC.</param>
/// <param name="Period"><c>24h</c>, <c>7d</c>, <c>30d</c> or <c>90d</c>, up to the end of this hour.</param>
/// <param name="Cached">Always false: it is worked out for each request.</param>
internal sealed record AnalyticsMeta(
    [property: JsonPropertyName("timestamp")] string Timestamp,
    [property: JsonPropertyName("period"), AllowedValues("24h", "7d", "30d", "90d")] string Period,
    [property: JsonPropertyName("cached")] bool Cached);

/// <param name="Value">Of the period.</param>
/// <param name="Change">Against the period of the same length before: in percent, or in percentage points where the value is a percentage.</param>
/// <param name="ChangeType"><c>increase</c>, <c>decrease</c> or <c>stable</c>.</param>
/// <param name="Period">As in the request.</param>
internal sealed record Measurement(
    [property: JsonPropertyName("value")] double Value,
    [property: JsonPropertyName("change")] double Change,
    [property: JsonPropertyName("change_type"), AllowedValues("increase", "decrease", "stable")] string ChangeType,
    [property: JsonPropertyName("period"), AllowedValues("24h", "7d", "30d", "90d")] string Period);

internal sealed record OverviewData([property: JsonPropertyName("overview")] OverviewAnalytics Overview);

/// <param name="SystemHealth"><c>optimal</c>, <c>degraded</c> or <c>critical</c>, by the rule of <c>/dashboard/stats</c>.</param>
/// <param name="UserGrowth">A row a day.</param>
/// <param name="ToolUsage">A row a day.</param>
/// <param name="SystemPerformance">A row an hour for 24h, else a row a day; only times of which something was measured.</param>
/// <param name="RecentAlerts">The newest ten.</param>
internal sealed record OverviewAnalytics(
    [property: JsonPropertyName("total_users")] int TotalUsers,
    [property: JsonPropertyName("total_tools")] int TotalTools,
    [property: JsonPropertyName("active_tools")] int ActiveTools,
    [property: JsonPropertyName("system_health")] string SystemHealth,
    [property: JsonPropertyName("user_growth")] IReadOnlyList<OverviewGrowth> UserGrowth,
    [property: JsonPropertyName("tool_usage")] IReadOnlyList<ToolUsage> ToolUsage,
    [property: JsonPropertyName("system_performance")] IReadOnlyList<SystemPerformance> SystemPerformance,
    [property: JsonPropertyName("recent_alerts")] IReadOnlyList<RecentAlert> RecentAlerts);

/// <param name="Date">A day of UTC, <c>yyyy-mm-dd</c>.</param>
/// <param name="Users">Members at its end.</param>
/// <param name="Growth">How many of them joined on it.</param>
internal sealed record OverviewGrowth(
    [property: JsonPropertyName("date")] string Date, [property: JsonPropertyName("users")] int Users, [property: JsonPropertyName("growth")] int Growth);

/// <param name="Date">A day of UTC, <c>yyyy-mm-dd</c>.</param>
internal sealed record ToolUsage([property: JsonPropertyName("date")] string Date, [property: JsonPropertyName("executions")] long Executions);

/// <param name="Time"><c>HH:mm</c> of UTC, or a day.</param>
/// <param name="Cpu">Percent of all processors; 0 where no sample was taken.</param>
/// <param name="Memory">Percent; 0 where no sample was taken.</param>
/// <param name="ResponseTime">Milliseconds on average; 0 where there was no request.</param>
internal sealed record SystemPerformance(
    [property: JsonPropertyName("time")] string Time,
    [property: JsonPropertyName("cpu")] double Cpu,
    [property: JsonPropertyName("memory")] double Memory,
    [property: JsonPropertyName("response_time")] double ResponseTime);

/// <param name="Severity"><c>warning</c> or <c>critical</c>.</param>
internal sealed record RecentAlert(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("severity"), AllowedValues("warning", "critical")] string Severity,
    [property: JsonPropertyName("timestamp")] string Timestamp);

internal sealed record UserAnalyticsData([property: JsonPropertyName("user_analytics")] UserAnalytics UserAnalytics);

/// <param name="NewUsers">Who joined.</param>
/// <param name="ActiveUsers">Who called.</param>
/// <param name="AvgSessionTime">Minutes from login to last use.</param>
/// <param name="UserGrowth">A row for each step of <c>group_by</c>.</param>
/// <param name="TopUsers">The ten who used the most tools.</param>
internal sealed record UserAnalytics(
    [property: JsonPropertyName("total_users")] int TotalUsers,
    [property: JsonPropertyName("new_users")] Measurement NewUsers,
    [property: JsonPropertyName("active_users")] Measurement ActiveUsers,
    [property: JsonPropertyName("avg_session_time")] Measurement AvgSessionTime,
    [property: JsonPropertyName("user_growth")] IReadOnlyList<UserGrowth> UserGrowth,
    [property: JsonPropertyName("top_users")] IReadOnlyList<TopUser> TopUsers);

/// <param name="Date">Where the step begins: a day, a month as <c>yyyy-mm</c>, or for hours a time.</param>
internal sealed record UserGrowth(
    [property: JsonPropertyName("date")] string Date, [property: JsonPropertyName("new_users")] int NewUsers, [property: JsonPropertyName("total_users")] int TotalUsers);

/// <param name="LastActive">ISO 8601, UTC; null for never.</param>
internal sealed record TopUser(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("tools_used")] int ToolsUsed,
    [property: JsonPropertyName("last_active")] string? LastActive);

internal sealed record ToolAnalyticsData([property: JsonPropertyName("tool_analytics")] ToolAnalytics ToolAnalytics);

/// <param name="TotalInstallations">Integrations that are installed now.</param>
/// <param name="SuccessRate">Percent.</param>
/// <param name="AvgExecutionTime">Milliseconds.</param>
/// <param name="ToolAdoption">A row for each month that the period touches.</param>
/// <param name="TopTools">The ten with the most executions.</param>
internal sealed record ToolAnalytics(
    [property: JsonPropertyName("total_installations")] Measurement TotalInstallations,
    [property: JsonPropertyName("tool_executions")] Measurement ToolExecutions,
    [property: JsonPropertyName("success_rate")] Measurement SuccessRate,
    [property: JsonPropertyName("avg_execution_time")] Measurement AvgExecutionTime,
    [property: JsonPropertyName("tool_adoption")] IReadOnlyList<ToolAdoption> ToolAdoption,
    [property: JsonPropertyName("top_tools")] IReadOnlyList<TopTool> TopTools);

/// <param name="Month">Its English name.</param>
internal sealed record ToolAdoption(
    [property: JsonPropertyName("month")] string Month, [property: JsonPropertyName("installations")] int Installations, [property: JsonPropertyName("uninstallations")] int Uninstallations);

/// <param name="Id">The tool's name.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Users">Different people who executed it.</param>
/// <param name="Usage">Executions.</param>
/// <param name="SuccessRate">Percent.</param>
/// <param name="Trend"><c>up</c>, <c>down</c> or <c>stable</c> against the period before.</param>
internal sealed record TopTool(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("users")] int Users,
    [property: JsonPropertyName("usage")] long Usage,
    [property: JsonPropertyName("successRate")] double SuccessRate,
    [property: JsonPropertyName("trend"), AllowedValues("up", "down", "stable")] string Trend);
