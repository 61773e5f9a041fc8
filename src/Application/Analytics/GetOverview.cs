using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.Records;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Analytics;

/// <summary>An organization over a period: people, tools, load, alerts.</summary>
/// <param name="SeesTenant">Alerts that belong to no single organization are shown, too.</param>
public sealed record GetOverviewQuery(TenantId Tenant, OrganizationId Organization, AnalyticsPeriod Period, bool SeesTenant) : IQuery<OverviewView>;

/// <param name="UserGrowth">A row a day.</param>
/// <param name="ToolUsage">A row a day.</param>
/// <param name="Performance">A row an hour for a period of 24 hours, else a row a day; only times of which there are samples or requests.</param>
/// <param name="Alerts">The newest ten.</param>
public sealed record OverviewView(
    int Users, int Tools, int ActiveTools, SystemCondition Condition, IReadOnlyList<GrowthRow> UserGrowth, IReadOnlyList<UsageRow> ToolUsage,
    IReadOnlyList<PerformanceRow> Performance, IReadOnlyList<SecurityAlertView> Alerts);

/// <param name="Total">How many there are at its end.</param>
public sealed record GrowthRow(DateTimeOffset Start, int New, int Total);

public sealed record UsageRow(DateTimeOffset Start, long Executions);

/// <param name="Cpu">Percent; null where no sample was taken.</param>
/// <param name="Memory">Percent; null where no sample was taken.</param>
/// <param name="ResponseMilliseconds">Of the organization's requests; null where there was none.</param>
public sealed record PerformanceRow(DateTimeOffset Start, double? Cpu, double? Memory, double? ResponseMilliseconds);

internal sealed class GetOverviewHandler(
    IPeopleStatistics people, IReader<Integration> integrations, ISums sums, IStoredRecords records, SystemConditions conditions, TimeProvider time)
    : IQueryHandler<GetOverviewQuery, OverviewView>
{
    private const int Alerts = 10;

    public async Task<Result<OverviewView>> Handle(GetOverviewQuery query, CancellationToken cancellationToken)
    {
        var (tenant, organization, now) = (query.Tenant, query.Organization, time.GetUtcNow());
        var window = query.Period.EndingAt(now);
        var (members, joined) = await people.CountMembersAsync(tenant, organization, window, cancellationToken);
        var installed = await integrations.ListAsync(tenant, new IntegrationsSpec(organization), cancellationToken);
        var runs = await sums.ReadAsync(tenant, organization, Measure.Runs, window, byHour: false, cancellationToken);
        var alerts = await records.ListAlertsAsync(tenant, query.SeesTenant ? null : organization, Alerts, cancellationToken);
        return new OverviewView(
            members, installed.Count, installed.Count(one => one.IsActive), await conditions.FindAsync(tenant, now, cancellationToken),
            Growth.Of(members, joined, window, TimeStep.Day),
            [.. TimeStep.Day.Of(window).Select(day => new UsageRow(day, runs.Where(sum => TimeStep.Day.StartOf(sum.Start) == day).Sum(sum => sum.Count)))],
            await PerformanceAsync(query, window, cancellationToken),
            alerts);
    }

    private async Task<IReadOnlyList<PerformanceRow>> PerformanceAsync(GetOverviewQuery query, Window window, CancellationToken cancellationToken)
    {
        var step = query.Period.IsByHour ? TimeStep.Hour : TimeStep.Day;
        var requests = (await sums.ReadAsync(query.Tenant, query.Organization, Measure.AllRequests, window, query.Period.IsByHour, cancellationToken))
            .ToLookup(sum => step.StartOf(sum.Start));
        var hours = (await sums.ListSystemHoursAsync(window, cancellationToken)).ToLookup(hour => step.StartOf(hour.Start));
        return
        [
            .. step.Of(window).Where(start => requests.Contains(start) || hours.Contains(start)).Select(start => new PerformanceRow(
                start, hours[start].Average(hour => hour.Cpu), hours[start].Average(hour => hour.Memory),
                requests.Contains(start) ? requests[start].AverageMilliseconds() : null)),
        ];
    }
}

/// <summary>How a number of members came to be.</summary>
internal static class Growth
{
    /// <param name="total">Now.</param>
    /// <param name="joined">When those joined that joined in the window; who left since is not told.</param>
    public static IReadOnlyList<GrowthRow> Of(int total, IReadOnlyList<DateTimeOffset> joined, Window window, TimeStep step)
    {
        var news = joined.GroupBy(time => step.StartOf(time)).ToDictionary(group => group.Key, group => group.Count());
        var rows = new List<GrowthRow>();
        var sum = total - joined.Count;
        foreach (var start in step.Of(window))
        {
            var some = news.GetValueOrDefault(start);
            rows.Add(new GrowthRow(start, some, sum += some));
        }
        return rows;
    }
}
