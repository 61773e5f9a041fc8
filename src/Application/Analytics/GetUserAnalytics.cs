using ModuleX.Application.Messaging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Analytics;

/// <summary>The people of an organization over a period.</summary>
/// <param name="Step">How the growth is cut.</param>
public sealed record GetUserAnalyticsQuery(TenantId Tenant, OrganizationId Organization, AnalyticsPeriod Period, TimeStep Step) : IQuery<UserAnalyticsView>;

/// <param name="ActiveUsers">Users who called in the period.</param>
/// <param name="SessionMinutes">From the login to the last use, of the login sessions that began in the period.</param>
/// <param name="TopUsers">The ten who executed the most different tools, at equal numbers the last active first.</param>
public sealed record UserAnalyticsView(
    int Users, MeasuredValue NewUsers, MeasuredValue ActiveUsers, MeasuredValue SessionMinutes, IReadOnlyList<GrowthRow> Growth,
    IReadOnlyList<TopUserRow> TopUsers);

public sealed record TopUserRow(PersonView Person, int ToolsUsed);

internal sealed class GetUserAnalyticsHandler(IPeopleStatistics people, ISums sums, TimeProvider time) : IQueryHandler<GetUserAnalyticsQuery, UserAnalyticsView>
{
    private const int Top = 10;

    public async Task<Result<UserAnalyticsView>> Handle(GetUserAnalyticsQuery query, CancellationToken cancellationToken)
    {
        var (tenant, organization) = (query.Tenant, query.Organization);
        var window = query.Period.EndingAt(time.GetUtcNow());
        var (total, joined) = await people.CountMembersAsync(tenant, organization, new(window.Before.From, window.To), cancellationToken);
        var inWindow = joined.Where(window.Contains).ToList();
        var active = await ActiveAsync(query, window, cancellationToken);
        var activeBefore = await ActiveAsync(query, window.Before, cancellationToken);
        return new UserAnalyticsView(
            total,
            MeasuredValue.Of(inWindow.Count, joined.Count - inWindow.Count),
            MeasuredValue.Of(active.Count, activeBefore.Count),
            MeasuredValue.Of(await MinutesAsync(query, window, cancellationToken), await MinutesAsync(query, window.Before, cancellationToken)),
            Growth.Of(total, inWindow, window, query.Step),
            await TopAsync(tenant, active, cancellationToken));
    }

    /// <summary>The users who called, with how many tools each executed.</summary>
    private async Task<IReadOnlyDictionary<UserId, int>> ActiveAsync(GetUserAnalyticsQuery query, Window window, CancellationToken cancellationToken)
    {
        var tools = new Dictionary<UserId, int>();
        foreach (var presence in await sums.ListPresencesAsync(query.Tenant, query.Organization, window, cancellationToken))
        {
            // External owners are users of another system; their names are no ids of ours.
            if (!Guid.TryParseExact(presence.Owner, "D", out var id)) continue;
            var user = new UserId(id);
            tools[user] = tools.GetValueOrDefault(user) + (presence.Tool.Length > 0 ? 1 : 0);
        }
        return tools;
    }

    private async Task<double> MinutesAsync(GetUserAnalyticsQuery query, Window window, CancellationToken cancellationToken) =>
        (await people.AverageSessionAsync(query.Tenant, query.Organization, window, cancellationToken))?.TotalMinutes ?? 0;

    private async Task<IReadOnlyList<TopUserRow>> TopAsync(TenantId tenant, IReadOnlyDictionary<UserId, int> active, CancellationToken cancellationToken)
    {
        // More than are shown: who is at the edge is decided by the last activity.
        var edge = active.Values.OrderDescending().Take(Top).LastOrDefault();
        var candidates = active.Where(pair => pair.Value >= edge).OrderByDescending(pair => pair.Value).Take(Top * Top).Select(pair => pair.Key).ToList();
        var found = await people.FindPeopleAsync(tenant, candidates, cancellationToken);
        return
        [
            .. candidates.Where(found.ContainsKey).Select(user => new TopUserRow(found[user], active[user]))
                .OrderByDescending(row => row.ToolsUsed).ThenByDescending(row => row.Person.LastActiveAt).Take(Top),
        ];
    }
}
