using ModuleX.Application.Messaging;
using ModuleX.Application.Records;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Analytics;

/// <summary>What happened to an organization's security over a period.</summary>
/// <param name="EventType">Of <see cref="SecurityEvents"/>: only these events are counted in the series and listed; null for all.</param>
public sealed record GetSecurityAnalyticsQuery(TenantId Tenant, OrganizationId Organization, AnalyticsPeriod Period, string? EventType)
    : IQuery<SecurityAnalyticsView>;

/// <param name="Events">A row an hour for a period of 24 hours, else a row a day; only times in which something happened.</param>
/// <param name="AuthMethods">Percent of the requests, by <see cref="Domain.Records.AuthMethods"/>.</param>
/// <param name="Recent">The newest ten.</param>
public sealed record SecurityAnalyticsView(
    SecurityScore Score, MeasuredValue FailedLogins, MeasuredValue SuspiciousEvents, int LiveSessions, IReadOnlyList<SecurityRow> Events,
    IReadOnlyList<(string Method, double Percent)> AuthMethods, IReadOnlyList<RecordEntry> Recent);

public sealed record SecurityRow(DateTimeOffset Start, long LoginAttempts, long FailedLogins, long Suspicious);

internal sealed class GetSecurityAnalyticsHandler(ISums sums, IPeopleStatistics people, IStoredRecords records, TimeProvider time)
    : IQueryHandler<GetSecurityAnalyticsQuery, SecurityAnalyticsView>
{
    private const int Newest = 10;

    public async Task<Result<SecurityAnalyticsView>> Handle(GetSecurityAnalyticsQuery query, CancellationToken cancellationToken)
    {
        var (tenant, organization, now) = (query.Tenant, query.Organization, time.GetUtcNow());
        var window = query.Period.EndingAt(now);
        var events = await sums.ReadAsync(tenant, organization, Measure.Security, window, query.Period.IsByHour, cancellationToken);
        var before = await sums.TotalAsync(tenant, organization, Measure.Security, window.Before, cancellationToken);
        var methods = await sums.TotalAsync(tenant, organization, Measure.AuthMethods, window, cancellationToken);
        var (connected, broken) = await people.CountConnectionsAsync(tenant, organization, cancellationToken);
        var attempts = Attempts(events);
        var requests = methods.Sum(sum => sum.Count);
        return new SecurityAnalyticsView(
            SecurityScore.Of(
                new(attempts, events.Count(SecurityEvents.LoginFailed), requests, methods.Sum(sum => sum.Refused), connected, broken, Suspicious(events))),
            MeasuredValue.Of(events.Count(SecurityEvents.LoginFailed), before.Count(SecurityEvents.LoginFailed)),
            MeasuredValue.Of(Suspicious(events), Suspicious(before)),
            await people.CountLiveSessionsAsync(tenant, organization, now, cancellationToken),
            RowsOf(events.Where(sum => query.EventType is null || sum.Subject == query.EventType), query.Period.IsByHour ? TimeStep.Hour : TimeStep.Day),
            [.. methods.GroupBy(sum => sum.Subject).OrderByDescending(group => group.Sum(sum => sum.Count))
                .Select(group => (group.Key, MeasuredValue.Round(MeasuredValue.Percent(group.Sum(sum => sum.Count), requests))))],
            await records.ListAsync(tenant, RecordKind.Security, organization, query.EventType, Newest, cancellationToken));
    }

    private static long Attempts(IReadOnlyCollection<SumView> events) => events.Count(SecurityEvents.LoginSucceeded) + events.Count(SecurityEvents.LoginFailed);

    private static long Suspicious(IEnumerable<SumView> events) => events.Where(sum => SecurityEvents.Suspicious.Contains(sum.Subject)).Sum(sum => sum.Count);

    private static IReadOnlyList<SecurityRow> RowsOf(IEnumerable<SumView> events, TimeStep step) =>
    [
        .. events.GroupBy(sum => step.StartOf(sum.Start)).OrderBy(group => group.Key)
            .Select(group => (group.Key, Events: group.ToList()))
            .Select(one => new SecurityRow(one.Key, Attempts(one.Events), one.Events.Count(SecurityEvents.LoginFailed), Suspicious(one.Events))),
    ];
}
