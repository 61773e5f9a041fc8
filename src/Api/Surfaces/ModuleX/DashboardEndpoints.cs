using ModuleX.Api.Hosting;
using ModuleX.Application.Analytics;
using ModuleX.Application.Messaging;
using ModuleX.Application.Records;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>An organization in numbers and its records, document 1's <c>/dashboard</c>.</summary>
internal static class DashboardEndpoints
{
    /// <summary>Further back a page costs more than it is worth; dates lead there.</summary>
    private const int LargestOffset = 100_000;

    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/dashboard/stats", GetStatistics).WithName("ModuleX_Dashboard_GetStats").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("The organization at a glance")
            .Produces<DashboardStatisticsResponse>();
        surface.MapGet("/dashboard/logs", ListLogs).WithName("ModuleX_Dashboard_ListLogs").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("The organization's records of all six kinds, newest first; limit, offset, start_date, end_date, log_type, level")
            .Produces<DashboardLogsResponse>();
    }

    private static async Task<IResult> GetStatistics(
        CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetDashboardStatisticsQuery(request.Caller.Tenant, organization.Id), cancellationToken);
        return Answer(result, numbers => numbers.ToWire(organization.Id));
    }

    private static async Task<IResult> ListLogs(
        CallerOfRequest request, OrganizationOfRequest organization, QueryValues query, IUseCases useCases, CancellationToken cancellationToken)
    {
        var (limit, offset) = (query.Int("limit", 50, minimum: 1, maximum: 1000), query.Int("offset", 0, minimum: 0, maximum: LargestOffset));
        var filter = query.LogFilterOf(organization.Id);
        query.ThrowIfInvalid();
        var result = await useCases.SendAsync(new ListLogsQuery(request.Caller.Tenant, filter, offset, limit), cancellationToken);
        return Answer(result, logs => logs.ToWire(organization.Id, filter, limit, offset));
    }
}

/// <summary>Between the wire records of the dashboard and the use cases.</summary>
internal static class DashboardMapping
{
    private static readonly string[] Levels = ["INFO", "WARNING", "ERROR", "CRITICAL"];

    public static DashboardStatisticsResponse ToWire(this DashboardStatisticsView view, OrganizationId organization) => new(true, organization.ToString(), new(
        view.Members, view.Connections, view.Integrations, view.ActiveIntegrations, view.CallsToday, view.Condition switch
        {
            SystemCondition.Healthy => "healthy",
            SystemCondition.Degraded => "degraded",
            _ => "unhealthy",
        }));

    public static LogFilter LogFilterOf(this QueryValues query, OrganizationId organization)
    {
        var (since, until) = (query.Time("start_date"), query.EndTime("end_date"));
        if (until < since) query.Refuse("end_date", "must not be before start_date");
        return new(organization, query.Word("log_type", LogKinds.All),
            query.Word("level", Levels) is { } level ? (RecordLevel)(Array.IndexOf(Levels, level) + 1) : null, since, until);
    }

    public static DashboardLogsResponse ToWire(this LogsView logs, OrganizationId organization, LogFilter filter, int limit, int offset) => new(
        true, organization.ToString(), [.. logs.Items.Select(ToWire)],
        new(logs.Total, limit, offset, offset + logs.Items.Count < logs.Total, offset > 0),
        new(filter.Since, filter.Until, filter.Kind, filter.Level?.ToLevel()));

    /// <summary>In upper case, as document 1 writes levels.</summary>
    public static string ToLevel(this RecordLevel level) => Levels[(int)level - 1];

    private static LogEntry ToWire(LogView log) => new(
        log.Id, log.At, log.Kind, log.Level.ToLevel(), log.UserId, log.Message, log.Success, log.ToolName, log.Category, log.Details);
}
