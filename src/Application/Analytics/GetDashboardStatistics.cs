using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Analytics;

/// <summary>An organization at a glance.</summary>
/// <param name="Organization">One that the caller may see; that is checked before.</param>
public sealed record GetDashboardStatisticsQuery(TenantId Tenant, OrganizationId Organization) : IQuery<DashboardStatisticsView>;

/// <param name="Connections">Tools that its people have connected, each person's counted.</param>
/// <param name="CallsToday">Requests for it since midnight UTC.</param>
public sealed record DashboardStatisticsView(int Members, int Connections, int Integrations, int ActiveIntegrations, long CallsToday,
    SystemCondition Condition);

internal sealed class GetDashboardStatisticsHandler(
    IPeopleStatistics people, IReader<Integration> integrations, ISums sums, SystemConditions conditions, TimeProvider time)
    : IQueryHandler<GetDashboardStatisticsQuery, DashboardStatisticsView>
{
    public async Task<Result<DashboardStatisticsView>> Handle(GetDashboardStatisticsQuery query, CancellationToken cancellationToken)
    {
        var (tenant, organization, now) = (query.Tenant, query.Organization, time.GetUtcNow());
        var today = new Window(Window.DayOf(now), Window.HourOf(now).AddHours(1));
        var (members, _) = await people.CountMembersAsync(tenant, organization, today, cancellationToken);
        var (connected, _) = await people.CountConnectionsAsync(tenant, organization, cancellationToken);
        var installed = await integrations.ListAsync(tenant, new IntegrationsSpec(organization), cancellationToken);
        var calls = await sums.ReadAsync(tenant, organization, Measure.AuthMethods, today, byHour: true, cancellationToken);
        return new DashboardStatisticsView(
            members, connected, installed.Count, installed.Count(one => one.IsActive), calls.Sum(sum => sum.Count),
            await conditions.FindAsync(tenant, now, cancellationToken));
    }
}
