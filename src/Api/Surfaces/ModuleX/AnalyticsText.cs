using ModuleX.Api.Hosting;
using ModuleX.Application.Analytics;
using ModuleX.Domain.Records;
using System.Globalization;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Times, words and colours of analytics.</summary>
internal static class AnalyticsText
{
    public const string Blue = "#3b82f6";
    public const string Green = "#10b981";
    public const int FullMark = 100;

    public static string ToOverviewWord(this SystemCondition condition) => condition switch
    {
        SystemCondition.Healthy => "optimal",
        SystemCondition.Degraded => "degraded",
        _ => "critical",
    };

    /// <summary>An id that is unique among the records of all kinds.</summary>
    public static string RecordId(string kind, long id) => $"{kind}-{id.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>In lower case.</summary>
    public static string ToWord(this RecordLevel level) => level switch
    {
        RecordLevel.Info => "info",
        RecordLevel.Warning => "warning",
        RecordLevel.Error => "error",
        _ => "critical",
    };

    public static double Round(double? value) => value is { } number ? MeasuredValue.Round(number) : 0;

    public static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string TimeOf(DateTimeOffset time, AnalyticsPeriod period) =>
        period.IsByHour ? time.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture) : DayOf(time);

    public static string StepOf(DateTimeOffset time, TimeStep step) => step switch
    {
        TimeStep.Hour => WireTime.Of(time),
        TimeStep.Month => time.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => DayOf(time),
    };

    public static string AgeOf(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => Text((int)age.TotalMinutes, "minute"),
        { TotalDays: < 1 } => Text((int)age.TotalHours, "hour"),
        _ => Text((int)age.TotalDays, "day"),
    };

    private static string Text(int number, string unit) => $"{number.ToString(CultureInfo.InvariantCulture)} {unit}{(number == 1 ? "" : "s")} ago";
}
