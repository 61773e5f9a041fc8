using ModuleX.Application.Catalog;
using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Analytics;

/// <summary>The tools of an organization over a period.</summary>
/// <param name="Category">Only tools that the catalog has in this category; null for all.</param>
public sealed record GetToolAnalyticsQuery(TenantId Tenant, OrganizationId Organization, AnalyticsPeriod Period, string? Category) : IQuery<ToolAnalyticsView>;

/// <param name="Installations">Integrations that are installed now, beside those at the beginning of the period.</param>
/// <param name="SuccessRate">Percent of the executions; 100 where there was none.</param>
/// <param name="Adoption">A row for each month that the period touches.</param>
/// <param name="TopTools">The ten with the most executions.</param>
public sealed record ToolAnalyticsView(
    MeasuredValue Installations, MeasuredValue Executions, MeasuredValue SuccessRate, MeasuredValue ExecutionMilliseconds,
    IReadOnlyList<AdoptionRow> Adoption, IReadOnlyList<TopToolRow> TopTools);

public sealed record AdoptionRow(DateTimeOffset Month, int Installations, int Uninstallations);

/// <param name="Users">Different people who executed it in the period, external owners among them.</param>
/// <param name="Usage">Executions.</param>
/// <param name="Trend">1 for more executions than in the period before, -1 for fewer, 0 for as many.</param>
public sealed record TopToolRow(string Name, string DisplayName, int Users, long Usage, double SuccessRate, int Trend);

internal sealed class GetToolAnalyticsHandler(
    ISums sums, IPeopleStatistics people, IReader<Integration> integrations, IToolCatalog catalog,
    TimeProvider time) : IQueryHandler<GetToolAnalyticsQuery, ToolAnalyticsView>
{
    private const int Top = 10;

    public async Task<Result<ToolAnalyticsView>> Handle(GetToolAnalyticsQuery query, CancellationToken cancellationToken)
    {
        var (tenant, organization) = (query.Tenant, query.Organization);
        var window = query.Period.EndingAt(time.GetUtcNow());
        var runs = await RunsAsync(query, window, cancellationToken);
        var before = await RunsAsync(query, window.Before, cancellationToken);
        var installed = (await integrations.ListAsync(tenant, new IntegrationsSpec(organization), cancellationToken)).Count(one => IsMeant(query, one.Tool));
        var changes = (await people.ListInstallationsAsync(tenant, organization, window, cancellationToken))
            .Where(change => IsMeant(query, change.Tool)).ToList();
        var presences = await sums.ListPresencesAsync(tenant, organization, window, cancellationToken);
        return new ToolAnalyticsView(
            MeasuredValue.Of(installed, installed - changes.Count(change => change.IsInstalled) + changes.Count(change => !change.IsInstalled)),
            MeasuredValue.Of(runs.Sum(sum => sum.Count), before.Sum(sum => sum.Count)),
            MeasuredValue.OfPercentage(SuccessRate(runs), SuccessRate(before)),
            MeasuredValue.Of(runs.AverageMilliseconds(), before.AverageMilliseconds()),
            [.. TimeStep.Month.Of(window)
                .Select(month => new AdoptionRow(month, CountIn(changes, month, isInstalled: true), CountIn(changes, month, isInstalled: false)))],
            TopOf(runs, before, presences));
    }

    private async Task<IReadOnlyList<SumView>> RunsAsync(GetToolAnalyticsQuery query, Window window, CancellationToken cancellationToken) =>
        [.. (await sums.TotalAsync(query.Tenant, query.Organization, Measure.Runs, window, cancellationToken)).Where(sum => IsMeant(query, sum.Subject))];

    private bool IsMeant(GetToolAnalyticsQuery query, string name) => query.Category is null
        || (!catalog.FindTool(name).Failed(out _, out var tool) && tool.Categories.Contains(query.Category, StringComparer.OrdinalIgnoreCase));

    private static double SuccessRate(IReadOnlyCollection<SumView> runs) =>
        MeasuredValue.Percent(runs.Sum(sum => sum.Count - sum.Errors), runs.Sum(sum => sum.Count), ofNothing: 100);

    private static int CountIn(IEnumerable<InstallationView> changes, DateTimeOffset month, bool isInstalled) =>
        changes.Count(change => change.IsInstalled == isInstalled && TimeStep.Month.StartOf(change.At) == month);

    private IReadOnlyList<TopToolRow> TopOf(IReadOnlyList<SumView> runs, IReadOnlyList<SumView> before, IReadOnlyList<PresenceView> presences)
    {
        var users = presences.CountBy(presence => presence.Tool).ToDictionary();
        var past = before.ToLookup(sum => sum.Subject);
        return
        [
            .. runs.GroupBy(sum => sum.Subject)
                .Select(group => (Tool: group.Key, Sums: group.ToList(), Usage: group.Sum(sum => sum.Count)))
                .OrderByDescending(one => one.Usage).ThenBy(one => one.Tool, StringComparer.Ordinal).Take(Top)
                .Select(one => new TopToolRow(
                    one.Tool, catalog.FindTool(one.Tool).Failed(out _, out var tool) ? one.Tool : tool.DisplayName,
                    users.GetValueOrDefault(one.Tool), one.Usage,
                    MeasuredValue.Round(SuccessRate(one.Sums)), one.Usage.CompareTo(past[one.Tool].Sum(sum => sum.Count)))),
        ];
    }
}
