using System.Globalization;
using ModuleX.Api.Hosting;
using ModuleX.Application.Analytics;
using ModuleX.Application.Records;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Between the wire records of analytics and the use cases.</summary>
internal static class AnalyticsMapping
{
    private const string Blue = "#3b82f6";
    private const string Green = "#10b981";
    private const int FullMark = 100;

    public static AnalyticsResponse<T> ToWire<T>(this T data, OrganizationId organization, AnalyticsPeriod period, DateTimeOffset now) =>
        new(true, organization.ToString(), data, new(now, period.Word, Cached: false));

    public static OverviewData ToWire(this OverviewView view, AnalyticsPeriod period) => new(new(
        view.Users, view.Tools, view.ActiveTools, view.Condition.ToOverviewWord(),
        [.. view.UserGrowth.Select(row => new OverviewGrowth(DayOf(row.Start), row.Total, row.New))],
        [.. view.ToolUsage.Select(row => new ToolUsage(DayOf(row.Start), row.Executions))],
        [.. view.Performance.Select(row => new SystemPerformance(TimeOf(row.Start, period), Round(row.Cpu), Round(row.Memory),
            Round(row.ResponseMilliseconds)))],
        [.. view.Alerts.Select(alert => new RecentAlert(alert.WireId(), "security", alert.Message, alert.Severity.ToWord(), alert.LastAt))]));

    public static UserAnalyticsData ToWire(this UserAnalyticsView view, AnalyticsPeriod period, TimeStep step) => new(new(
        view.Users, view.NewUsers.ToWire(period), view.ActiveUsers.ToWire(period), view.SessionMinutes.ToWire(period),
        [.. view.Growth.Select(row => new UserGrowth(StepOf(row.Start, step), row.New, row.Total))],
        [.. view.TopUsers.Select(row => new TopUser(row.Person.Id.ToString(), row.Person.Name, row.Person.Email, row.ToolsUsed, row.Person.LastActiveAt))]));

    public static ToolAnalyticsData ToWire(this ToolAnalyticsView view, AnalyticsPeriod period) => new(new(
        view.Installations.ToWire(period), view.Executions.ToWire(period), view.SuccessRate.ToWire(period), view.ExecutionMilliseconds.ToWire(period),
        [.. view.Adoption.Select(
            row => new ToolAdoption(row.Month.UtcDateTime.ToString("MMMM", CultureInfo.InvariantCulture), row.Installations, row.Uninstallations))],
        [.. view.TopTools.Select(
            row => new TopTool(row.Name, row.DisplayName, row.Users, row.Usage, row.SuccessRate,
            row.Trend switch { > 0 => "up", < 0 => "down", _ => "stable" }))]));

    public static PerformanceAnalyticsData ToWire(this PerformanceAnalyticsView view, AnalyticsPeriod period, string? metric) => new(new PerformanceAnalytics(
        view.ResponseMilliseconds.ToWire(period), view.Uptime.ToWire(period), view.Requests.ToWire(period), view.ErrorRate.ToWire(period),
        [.. view.ResponseTimes.Select(row => new ResponseTimes(TimeOf(row.Start, period), row.P50, row.P95, row.P99))],
        [.. view.Endpoints.Select(row => new EndpointPerformance(row.Endpoint, row.AverageMilliseconds, row.Calls, row.Errors))],
        view.Cpu is { } cpu && view.Memory is { } memory ? [new("CPU Usage", Round(cpu), Blue), new("Memory Usage", Round(memory), Green)] : []).Only(metric));

    public static SecurityAnalyticsData ToWire(this SecurityAnalyticsView view, AnalyticsPeriod period, DateTimeOffset now) => new(new(
        view.Score.Total, view.FailedLogins.ToWire(period), view.SuspiciousEvents.ToWire(period), view.LiveSessions,
        [.. view.Events.Select(row => new SecurityEventCounts(TimeOf(row.Start, period), row.LoginAttempts, row.FailedLogins, row.Suspicious))],
        [.. view.AuthMethods.Select(method => new AuthMethodUsage(method.Method, method.Percent, method.Method == AuthMethods.Password ? Blue : Green))],
        [.. view.Score.Parts.Select(part => new SecurityScorePart(part.Name, part.Score, FullMark))],
        [.. view.Recent.Select(entry => new RecentSecurityEvent(entry.Id, entry.Code!, entry.Message, entry.Level.ToWord(), AgeOf(now - entry.At)))]));

    public static string ToOverviewWord(this SystemCondition condition) => condition switch
    {
        SystemCondition.Healthy => "optimal",
        SystemCondition.Degraded => "degraded",
        _ => "critical",
    };

    public static string WireId(this SecurityAlertView alert) => $"alert-{alert.Id.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>In lower case.</summary>
    public static string ToWord(this RecordLevel level) => level switch
    {
        RecordLevel.Info => "info",
        RecordLevel.Warning => "warning",
        RecordLevel.Error => "error",
        _ => "critical",
    };

    private static Measurement ToWire(this MeasuredValue value, AnalyticsPeriod period) =>
        new(value.Value, value.Change, value.Change switch { > 0 => "increase", < 0 => "decrease", _ => "stable" }, period.Word);

    private static double Round(double? value) => value is { } number ? MeasuredValue.Round(number) : 0;

    private static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string TimeOf(DateTimeOffset time, AnalyticsPeriod period) =>
        period.IsByHour ? time.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture) : DayOf(time);

    private static string StepOf(DateTimeOffset time, TimeStep step) => step switch
    {
        TimeStep.Hour => WireTime.Of(time),
        TimeStep.Month => time.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => DayOf(time),
    };

    private static string AgeOf(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => Text((int)age.TotalMinutes, "minute"),
        { TotalDays: < 1 } => Text((int)age.TotalHours, "hour"),
        _ => Text((int)age.TotalDays, "day"),
    };

    private static string Text(int number, string unit) => $"{number.ToString(CultureInfo.InvariantCulture)} {unit}{(number == 1 ? "" : "s")} ago";
}
