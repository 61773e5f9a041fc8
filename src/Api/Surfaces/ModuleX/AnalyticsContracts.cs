using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Analytics of an organization.</summary>
/// <typeparam name="T">The part that was asked for, under its name.</typeparam>
internal sealed record AnalyticsResponse<T>(bool Success, string OrganizationId, T Data, AnalyticsMeta Meta);

/// <param name="Timestamp">When it was worked out; ISO 8601, UTC.</param>
/// <param name="Period"><c>24h</c>, <c>7d</c>, <c>30d</c> or <c>90d</c>, up to the end of this hour.</param>
/// <param name="Cached">Always false: it is worked out for each request.</param>
internal sealed record AnalyticsMeta(
    DateTimeOffset Timestamp,
    [property: AllowedValues("24h", "7d", "30d", "90d")] string Period,
    bool Cached);

/// <param name="Value">Of the period.</param>
/// <param name="Change">Against the period of the same length before: in percent, or in percentage points where the value is a percentage.</param>
/// <param name="ChangeType"><c>increase</c>, <c>decrease</c> or <c>stable</c>.</param>
/// <param name="Period">As in the request.</param>
internal sealed record Measurement(
    double Value,
    double Change,
    [property: AllowedValues("increase", "decrease", "stable")] string ChangeType,
    [property: AllowedValues("24h", "7d", "30d", "90d")] string Period);

internal sealed record OverviewData(OverviewAnalytics Overview);

/// <param name="SystemHealth"><c>optimal</c>, <c>degraded</c> or <c>critical</c>, by the rule of <c>/dashboard/stats</c>.</param>
/// <param name="UserGrowth">A row a day.</param>
/// <param name="ToolUsage">A row a day.</param>
/// <param name="SystemPerformance">A row an hour for 24h, else a row a day; only times of which something was measured.</param>
/// <param name="RecentAlerts">The newest ten.</param>
internal sealed record OverviewAnalytics(
    int TotalUsers,
    int TotalTools,
    int ActiveTools,
    string SystemHealth,
    IReadOnlyList<OverviewGrowth> UserGrowth,
    IReadOnlyList<ToolUsage> ToolUsage,
    IReadOnlyList<SystemPerformance> SystemPerformance,
    IReadOnlyList<RecentAlert> RecentAlerts);

/// <param name="Date">A day of UTC, <c>yyyy-mm-dd</c>.</param>
/// <param name="Users">Members at its end.</param>
/// <param name="Growth">How many of them joined on it.</param>
internal sealed record OverviewGrowth(string Date, int Users, int Growth);

/// <param name="Date">A day of UTC, <c>yyyy-mm-dd</c>.</param>
internal sealed record ToolUsage(string Date, long Executions);

/// <param name="Time"><c>HH:mm</c> of UTC, or a day.</param>
/// <param name="Cpu">Percent of all processors; 0 where no sample was taken.</param>
/// <param name="Memory">Percent; 0 where no sample was taken.</param>
/// <param name="ResponseTime">Milliseconds on average; 0 where there was no request.</param>
internal sealed record SystemPerformance(string Time, double Cpu, double Memory, double ResponseTime);

/// <param name="Severity"><c>warning</c> or <c>critical</c>.</param>
internal sealed record RecentAlert(
    string Id,
    string Type,
    string Message,
    [property: AllowedValues("warning", "critical")] string Severity,
    DateTimeOffset Timestamp);

internal sealed record UserAnalyticsData(UserAnalytics UserAnalytics);

/// <param name="NewUsers">Who joined.</param>
/// <param name="ActiveUsers">Who called.</param>
/// <param name="AvgSessionTime">Minutes from login to last use.</param>
/// <param name="UserGrowth">A row for each step of <c>group_by</c>.</param>
/// <param name="TopUsers">The ten who used the most tools.</param>
internal sealed record UserAnalytics(
    int TotalUsers,
    Measurement NewUsers,
    Measurement ActiveUsers,
    Measurement AvgSessionTime,
    IReadOnlyList<UserGrowth> UserGrowth,
    IReadOnlyList<TopUser> TopUsers);

/// <param name="Date">Where the step begins: a day, a month as <c>yyyy-mm</c>, or for hours a time.</param>
internal sealed record UserGrowth(string Date, int NewUsers, int TotalUsers);

/// <param name="LastActive">ISO 8601, UTC; null for never.</param>
internal sealed record TopUser(string Id, string Name, string Email, int ToolsUsed, DateTimeOffset? LastActive);

internal sealed record ToolAnalyticsData(ToolAnalytics ToolAnalytics);

/// <param name="TotalInstallations">Integrations that are installed now.</param>
/// <param name="SuccessRate">Percent.</param>
/// <param name="AvgExecutionTime">Milliseconds.</param>
/// <param name="ToolAdoption">A row for each month that the period touches.</param>
/// <param name="TopTools">The ten with the most executions.</param>
internal sealed record ToolAnalytics(
    Measurement TotalInstallations,
    Measurement ToolExecutions,
    Measurement SuccessRate,
    Measurement AvgExecutionTime,
    IReadOnlyList<ToolAdoption> ToolAdoption,
    IReadOnlyList<TopTool> TopTools);

/// <param name="Month">Its English name.</param>
internal sealed record ToolAdoption(string Month, int Installations, int Uninstallations);

/// <param name="Id">The tool's name.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Users">Different people who executed it.</param>
/// <param name="Usage">Executions.</param>
/// <param name="SuccessRate">Percent.</param>
/// <param name="Trend"><c>up</c>, <c>down</c> or <c>stable</c> against the period before.</param>
internal sealed record TopTool(
    string Id,
    string Name,
    int Users,
    long Usage,
    [property: JsonPropertyName("successRate")] double SuccessRate,
    [property: AllowedValues("up", "down", "stable")] string Trend);
