using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Messaging;
using ModuleX.Application.Records;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>The records of a tenant, document 1's <c>/monitoring</c> and <c>/system/logs</c>.</summary>
internal static class MonitoringEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        Describe<CleanUpLogsResponse>(
            surface.MapPost("/system/logs/cleanup", CleanUp), "ModuleX_Logs_CleanUp",
            "Remove records that are older than the settings say, or than ?days=; 0 removes all");
        Describe<LogCountsResponse>(surface.MapGet("/system/logs/stats", GetCounts), "ModuleX_Logs_GetStats", "How many records are stored");
        Describe<LogStatisticsResponse>(
            surface.MapGet("/monitoring/logs/stats", GetStatistics), "ModuleX_Monitoring_GetLogStats", "How many records were made in the last hours; hours");
        Describe<RecentErrorsResponse>(surface.MapGet("/monitoring/errors/recent", ListErrors), "ModuleX_Monitoring_ListErrors", "The newest errors; limit");
        Describe<SlowRequestsResponse>(
            surface.MapGet("/monitoring/performance/slow", ListSlow), "ModuleX_Monitoring_ListSlowRequests", "The newest requests that took too long; limit");
        Describe<SecurityAlertsResponse>(
            surface.MapGet("/monitoring/security/alerts", ListAlerts), "ModuleX_Monitoring_ListAlerts", "What should be looked at; limit");
    }

    private static void Describe<T>(RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint.WithName(name).WithSummary(summary).RequireLevel(AccessLevel.SystemAdmin).Produces<T>();

    private static async Task<IResult> CleanUp(CallerOfRequest request, CleanUpParameters cleanUp, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new CleanUpLogsCommand(request.Caller, cleanUp.Days), cancellationToken), CleanUpLogsResponse.Of);
    }

    private static async Task<IResult> GetCounts(CallerOfRequest request, IUseCases useCases, TimeProvider time, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetLogCountsQuery(request.Caller.Tenant), cancellationToken);
        return Answer(result, counts => LogCountsResponse.Of(counts, time.GetUtcNow()));
    }

    private static async Task<IResult> GetStatistics(
        CallerOfRequest request, LogStatisticsParameters period, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetLogStatisticsQuery(request.Caller.Tenant, period.Hours), cancellationToken);
        return Answer(result, statistics => LogStatisticsResponse.Of(statistics, period.Hours));
    }

    private static async Task<IResult> ListErrors(
        CallerOfRequest request, NewestParameters newest, IUseCases useCases, TimeProvider time, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListRecentErrorsQuery(request.Caller.Tenant, newest.Limit), cancellationToken);
        return Answer(result, errors => RecentErrorsResponse.Of(errors, time.GetUtcNow()));
    }

    private static async Task<IResult> ListSlow(
        CallerOfRequest request, NewestParameters newest, IUseCases useCases, TimeProvider time, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListSlowRequestsQuery(request.Caller.Tenant, newest.Limit), cancellationToken);
        return Answer(result, slow => SlowRequestsResponse.Of(slow, time.GetUtcNow()));
    }

    private static async Task<IResult> ListAlerts(
        CallerOfRequest request, NewestParameters newest, IUseCases useCases, TimeProvider time, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListSecurityAlertsQuery(request.Caller.Tenant, newest.Limit), cancellationToken);
        return Answer(result, alerts => SecurityAlertsResponse.Of(alerts, time.GetUtcNow()));
    }
}

internal sealed record CleanUpParameters(int? Days) : QueryParameters<CleanUpParameters>;

internal sealed record LogStatisticsParameters([Range(1, 720)] int Hours = 24) : QueryParameters<LogStatisticsParameters>;

/// <summary>How many of the newest.</summary>
internal sealed record NewestParameters([Range(1, 100)] int Limit = 20) : QueryParameters<NewestParameters>;
