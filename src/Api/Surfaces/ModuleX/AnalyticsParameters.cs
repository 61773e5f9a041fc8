using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Analytics;
using ModuleX.Domain.Records;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Period">The usual one where none is named.</param>
internal sealed record AnalyticsPeriodParameters([WordsOf(typeof(AnalyticsPeriod), nameof(AnalyticsPeriod.Words))] string? Period)
{
    public AnalyticsPeriod ToPeriod() => AnalyticsPeriod.Of(Period ?? AnalyticsPeriod.Usual);
}

internal sealed record OverviewParameters(AnalyticsPeriodParameters Period) : QueryParameters<OverviewParameters>;

internal sealed record UserAnalyticsParameters(AnalyticsPeriodParameters Period, [AllowedValues("hour", "day", "week", "month")] string? GroupBy)
    : QueryParameters<UserAnalyticsParameters>
{
    public TimeStep Step => GroupBy switch
    {
        "hour" => TimeStep.Hour,
        "week" => TimeStep.Week,
        "month" => TimeStep.Month,
        _ => TimeStep.Day,
    };
}

internal sealed record ToolAnalyticsParameters(AnalyticsPeriodParameters Period, string? Category) : QueryParameters<ToolAnalyticsParameters>;

internal sealed record PerformanceAnalyticsParameters(
    AnalyticsPeriodParameters Period, [WordsOf(typeof(PerformanceAnalytics), nameof(PerformanceAnalytics.Metrics))] string? Metric)
    : QueryParameters<PerformanceAnalyticsParameters>;

internal sealed record SecurityAnalyticsParameters(AnalyticsPeriodParameters Period, [WordsOf(typeof(SecurityEvents))] string? EventType)
    : QueryParameters<SecurityAnalyticsParameters>;
