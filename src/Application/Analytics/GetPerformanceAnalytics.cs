using System.Numerics;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Analytics;

/// <summary>How an organization's requests were answered over a period, and how the machines fared.</summary>
public sealed record GetPerformanceAnalyticsQuery(TenantId Tenant, OrganizationId Organization, AnalyticsPeriod Period) : IQuery<PerformanceAnalyticsView>;

/// <param name="Uptime">Percent of the minutes in which a node was up, since the first sample that was ever taken.</param>
/// <param name="ErrorRate">Percent of the requests that were answered 4xx or 5xx.</param>
/// <param name="ResponseTimes">A row an hour for a period of 24 hours, else a row a day; only times in which there were requests.</param>
/// <param name="Endpoints">The twenty with the most requests.</param>
/// <param name="Cpu">Percent of all processors, in the newest hour of which there are samples; null where there is none.</param>
/// <param name="Memory">Percent of the memory, as <paramref name="Cpu"/>.</param>
public sealed record PerformanceAnalyticsView(
    MeasuredValue ResponseMilliseconds, MeasuredValue Uptime, MeasuredValue Requests, MeasuredValue ErrorRate,
    IReadOnlyList<ResponseTimeRow> ResponseTimes, IReadOnlyList<EndpointRow> Endpoints, double? Cpu, double? Memory);

/// <summary>Percentiles in milliseconds.</summary>
public sealed record ResponseTimeRow(DateTimeOffset Start, double P50, double P95, double P99);

public sealed record EndpointRow(string Endpoint, double AverageMilliseconds, long Calls, long Errors);

internal sealed class GetPerformanceAnalyticsHandler(ISums sums, TimeProvider time) : IQueryHandler<GetPerformanceAnalyticsQuery, PerformanceAnalyticsView>
{
    private const int Endpoints = 20;

    public async Task<Result<PerformanceAnalyticsView>> Handle(GetPerformanceAnalyticsQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var window = query.Period.EndingAt(now);
        var requests = await sums.ReadAsync(query.Tenant, query.Organization, Measure.AllRequests, window, query.Period.IsByHour, cancellationToken);
        var before = await sums.TotalAsync(query.Tenant, query.Organization, Measure.AllRequests, window.Before, cancellationToken);
        var endpoints = await sums.TotalAsync(query.Tenant, query.Organization, Measure.Requests, window, cancellationToken);
        var hours = await sums.ListSystemHoursAsync(new(window.Before.From, window.To), cancellationToken);
        var first = await sums.FindFirstSampleAsync(cancellationToken);
        var newest = hours.LastOrDefault(hour => hour.Cpu is not null);
        return new PerformanceAnalyticsView(
            MeasuredValue.Of(requests.AverageMilliseconds(), before.AverageMilliseconds()),
            MeasuredValue.OfPercentage(UptimeOf(hours, window, first, now), UptimeOf(hours, window.Before, first, now)),
            MeasuredValue.Of(requests.Sum(sum => sum.Count), before.Sum(sum => sum.Count)),
            MeasuredValue.OfPercentage(ErrorRate(requests), ErrorRate(before)),
            ResponseTimesOf(requests, query.Period.IsByHour ? TimeStep.Hour : TimeStep.Day),
            EndpointsOf(endpoints), newest?.Cpu, newest?.Memory);
    }

    private static double ErrorRate(IReadOnlyCollection<SumView> requests) =>
        MeasuredValue.Percent(requests.Sum(sum => sum.Errors), requests.Sum(sum => sum.Count));

    /// <summary>100 for a time before the first sample, of which nothing is known.</summary>
    private static double UptimeOf(IReadOnlyList<SystemHourView> hours, Window window, DateTimeOffset? first, DateTimeOffset now)
    {
        var from = first > window.From ? first.Value : window.From;
        // The minute that has just begun has no sample yet.
        var to = window.To < now ? window.To : now;
        var minutes = Math.Floor((to - from).TotalMinutes);
        if (first is null || minutes <= 0) return 100;
        var up = hours.Where(hour => window.Contains(hour.Start)).Sum(hour => BitOperations.PopCount((ulong)hour.MinutesUp));
        return Math.Min(100, MeasuredValue.Percent(up, minutes));
    }

    private static List<ResponseTimeRow> ResponseTimesOf(IReadOnlyList<SumView> requests, TimeStep step)
    {
        var rows = new List<ResponseTimeRow>();
        foreach (var group in requests.GroupBy(sum => step.StartOf(sum.Start)).OrderBy(group => group.Key))
        {
            var latency = new LatencyHistogram();
            foreach (var sum in group) latency.Add(sum.Latency);
            rows.Add(new(group.Key, Milliseconds(latency, 0.50), Milliseconds(latency, 0.95), Milliseconds(latency, 0.99)));
        }
        return rows;
    }

    private static double Milliseconds(LatencyHistogram latency, double share) => MeasuredValue.Round(latency.Percentile(share) / 1000);

    private static IReadOnlyList<EndpointRow> EndpointsOf(IReadOnlyList<SumView> endpoints) =>
    [
        .. endpoints.GroupBy(sum => sum.Subject)
            .Select(group => new EndpointRow(
                group.Key, MeasuredValue.Round(group.AverageMilliseconds()), group.Sum(sum => sum.Count), group.Sum(sum => sum.Errors)))
            .OrderByDescending(row => row.Calls).ThenBy(row => row.Endpoint, StringComparer.Ordinal).Take(Endpoints),
    ];
}
