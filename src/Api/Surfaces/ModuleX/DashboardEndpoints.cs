using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;
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
        CallerOfRequest request, OrganizationOfRequest organization, LogListParameters list, IUseCases useCases, CancellationToken cancellationToken)
    {
        var (filter, part) = (list.FilterOf(organization), list.Part);
        var result = await useCases.SendAsync(new ListLogsQuery(request.Caller.Tenant, filter, part.Offset, part.Limit), cancellationToken);
        return Answer(result, logs => logs.ToWire(organization.Id, filter, part.Limit, part.Offset));
    }
}

/// <param name="Offset">Further back a page costs more than it is worth; dates lead there.</param>
internal sealed record LogPartParameters([Range(1, 1000)] int Limit = 50, [Range(0, 100_000)] int Offset = 0);

internal sealed record LogListParameters(
    LogPartParameters Part,
    PeriodParameters Period,
    [WordsOf(typeof(LogKinds))] string? LogType,
    [WordsOf(typeof(DashboardMapping), nameof(DashboardMapping.Levels))] string? Level) : QueryParameters<LogListParameters>
{
    public LogFilter FilterOf(OrganizationOfRequest organization) => new(
        organization.Id, LogType, Level is null ? null : DashboardMapping.LevelOf(Level), Period.StartDate, Period.EndDate);
}

/// <summary>Between the wire records of the dashboard and the use cases.</summary>
internal static class DashboardMapping
{
    /// <summary>In the order of <see cref="RecordLevel"/>.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["INFO", "WARNING", "ERROR", "CRITICAL"];

    public static DashboardStatisticsResponse ToWire(this DashboardStatisticsView view, OrganizationId organization) => new(true, organization.ToString(), new(
        view.Members, view.Connections, view.Integrations, view.ActiveIntegrations, view.CallsToday, view.Condition switch
        {
            SystemCondition.Healthy => "healthy",
            SystemCondition.Degraded => "degraded",
            _ => "unhealthy",
        }));

    public static DashboardLogsResponse ToWire(this LogsView logs, OrganizationId organization, LogFilter filter, int limit, int offset) => new(
        true, organization.ToString(), [.. logs.Items.Select(ToWire)],
        new(logs.Total, limit, offset, offset + logs.Items.Count < logs.Total, offset > 0),
        new(filter.Since, filter.Until, filter.Kind, filter.Level?.ToLevel()));

    /// <summary>In upper case, as document 1 writes levels.</summary>
    public static string ToLevel(this RecordLevel level) => Levels[(int)level - 1];

    /// <param name="word">Of <see cref="Levels"/>.</param>
    public static RecordLevel LevelOf(string word) => (RecordLevel)(Levels.ToList().IndexOf(word) + 1);

    private static LogEntry ToWire(LogView log) => new(
        log.Id, log.At, log.Kind, log.Level.ToLevel(), log.UserId, log.Message, log.Success, log.ToolName, log.Category, log.Details);
}
