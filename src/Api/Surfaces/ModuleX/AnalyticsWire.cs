using System.ComponentModel.DataAnnotations;
using ModuleX.Application.Analytics;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using static ModuleX.Api.Surfaces.ModuleX.AnalyticsText;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Analytics of an organization.</summary>
/// <typeparam name="T">The part that was asked for, under its name.</typeparam>
internal sealed record AnalyticsResponse<T>(bool Success, OrganizationId OrganizationId, T Data, AnalyticsMeta Meta);

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
    [property: AllowedValues("24h", "7d", "30d", "90d")] string Period)
{
    public static Measurement Of(MeasuredValue value, AnalyticsPeriod period) =>
        new(value.Value, value.Change, value.Change switch { > 0 => "increase", < 0 => "decrease", _ => "stable" }, period.Word);
}

internal sealed record OverviewData(OverviewAnalytics Overview)
{
    public static OverviewData Of(OverviewView view, AnalyticsPeriod period) => new(new OverviewAnalytics(
        view.Users, view.Tools, view.ActiveTools, view.Condition.ToOverviewWord(),
        [.. view.UserGrowth.Select(row => new OverviewGrowth(DayOf(row.Start), row.Total, row.New))],
        [.. view.ToolUsage.Select(row => new ToolUsage(DayOf(row.Start), row.Executions))],
        [.. view.Performance.Select(row => new SystemPerformance(TimeOf(row.Start, period), Round(row.Cpu), Round(row.Memory),
            Round(row.ResponseMilliseconds)))],
        [.. view.Alerts.Select(alert => new RecentAlert(RecordId("alert", alert.Id), "security", alert.Message, alert.Severity.ToWord(), alert.LastAt))]));
}

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

internal sealed record UserAnalyticsData(UserAnalytics UserAnalytics)
{
    public static UserAnalyticsData Of(UserAnalyticsView view, AnalyticsPeriod period, TimeStep step) => new(new UserAnalytics(
        view.Users, Measurement.Of(view.NewUsers, period), Measurement.Of(view.ActiveUsers, period), Measurement.Of(view.SessionMinutes, period),
        [.. view.Growth.Select(row => new UserGrowth(StepOf(row.Start, step), row.New, row.Total))],
        [.. view.TopUsers.Select(row => new TopUser(row.Person.Id, row.Person.Name, row.Person.Email, row.ToolsUsed, row.Person.LastActiveAt))]));
}

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
internal sealed record TopUser(UserId Id, string Name, string Email, int ToolsUsed, DateTimeOffset? LastActive);

/// <summary>What every answer of analytics has in common on the wire.</summary>
internal static class AnalyticsWire
{
    public static AnalyticsResponse<T> Of<T>(T data, OrganizationId organization, AnalyticsPeriod period, DateTimeOffset now) =>
        new(true, organization, data, new(now, period.Word, Cached: false));
}
