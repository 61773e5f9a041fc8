using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Analytics;
using ModuleX.Application.Messaging;
using ModuleX.Application.Records;
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
        return Answer(result, numbers => DashboardStatisticsResponse.Of(numbers, organization.Id));
    }

    private static async Task<IResult> ListLogs(
        CallerOfRequest request, OrganizationOfRequest organization, LogListParameters list, IUseCases useCases, CancellationToken cancellationToken)
    {
        var (filter, part) = (list.FilterOf(organization), list.Part);
        var result = await useCases.SendAsync(new ListLogsQuery(request.Caller.Tenant, filter, part.Offset, part.Limit), cancellationToken);
        return Answer(result, logs => DashboardLogsResponse.Of(logs, organization.Id, filter, part));
    }
}

/// <param name="Offset">Further back a page costs more than it is worth; dates lead there.</param>
internal sealed record LogPartParameters([Range(1, 1000)] int Limit = 50, [Range(0, 100_000)] int Offset = 0);

internal sealed record LogListParameters(
    LogPartParameters Part,
    PeriodParameters Period,
    [WordsOf(typeof(LogKinds))] string? LogType,
    [WordsOf(typeof(LogLevels), nameof(LogLevels.Words))] string? Level) : QueryParameters<LogListParameters>
{
    public LogFilter FilterOf(OrganizationOfRequest organization) => new(
        organization.Id, LogType, Level is null ? null : LogLevels.Of(Level), Period.StartDate, Period.EndDate);
}
