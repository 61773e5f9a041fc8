using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Monitoring;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>The records of a tenant, document 1's <c>/monitoring</c> and <c>/system/logs</c>.</summary>
internal static class MonitoringEndpoints
{
    private const int LongestHours = 720;
    private const int UsualLimit = 20;
    private const int LargestLimit = 100;

    public static void Map(IEndpointRouteBuilder surface)
    {
        Describe<CleanUpLogsResponse>(surface.MapPost("/system/logs/cleanup", CleanUp), "ModuleX_Logs_CleanUp", "Remove records that are older than the settings say, or than ?days=; 0 removes all");
        Describe<LogCountsResponse>(surface.MapGet("/system/logs/stats", GetCounts), "ModuleX_Logs_GetStats", "How many records are stored");
        Describe<LogStatisticsResponse>(surface.MapGet("/monitoring/logs/stats", GetStatistics), "ModuleX_Monitoring_GetLogStats", "How many records were made in the last hours; hours");
        Describe<RecentErrorsResponse>(surface.MapGet("/monitoring/errors/recent", ListErrors), "ModuleX_Monitoring_ListErrors", "The newest errors; limit");
        Describe<SlowRequestsResponse>(surface.MapGet("/monitoring/performance/slow", ListSlow), "ModuleX_Monitoring_ListSlowRequests", "The newest requests that took too long; limit");
        Describe<SecurityAlertsResponse>(surface.MapGet("/monitoring/security/alerts", ListAlerts), "ModuleX_Monitoring_ListAlerts", "What should be looked at; limit");
    }

    private static void Describe<T>(RouteHandlerBuilder endpoint, string name, string summary) => endpoint.WithName(name).WithSummary(summary).RequireLevel(AccessLevel.SystemAdmin)
        .Produces<T>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(422);

    private static async Task<IResult> CleanUp(CallerOfRequest caller, QueryValues query, IUseCases useCases, CancellationToken cancellationToken)
    {
        var days = query.OptionalInt("days");
        query.ThrowIfInvalid();
        var result = await useCases.SendAsync(new CleanUpLogsCommand(caller.Caller, days), cancellationToken);
        return result.Failed(out var error, out var removed) ? error.ToResult() : Results.Ok(removed.ToCleanedUp());
    }

    private static async Task<IResult> GetCounts(CallerOfRequest caller, IUseCases useCases, TimeProvider time, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetLogCountsQuery(caller.Caller.Tenant), cancellationToken);
        return result.Failed(out var error, out var counts) ? error.ToResult() : Results.Ok(counts.ToWire(time.GetUtcNow()));
    }

    private static async Task<IResult> GetStatistics(CallerOfRequest caller, QueryValues query, IUseCases useCases, CancellationToken cancellationToken)
    {
        var hours = query.Int("hours", 24, minimum: 1, maximum: LongestHours);
        query.ThrowIfInvalid();
        var result = await useCases.SendAsync(new GetLogStatisticsQuery(caller.Caller.Tenant, hours), cancellationToken);
        return result.Failed(out var error, out var statistics) ? error.ToResult() : Results.Ok(statistics.ToWire(hours));
    }

    private static async Task<IResult> ListErrors(CallerOfRequest caller, QueryValues query, IUseCases useCases, TimeProvider time, CancellationToken cancellationToken)
    {
        var limit = LimitOf(query);
        var result = await useCases.SendAsync(new ListRecentErrorsQuery(caller.Caller.Tenant, limit), cancellationToken);
        return result.Failed(out var error, out var errors) ? error.ToResult() : Results.Ok(errors.ToErrors(time.GetUtcNow()));
    }

    private static async Task<IResult> ListSlow(CallerOfRequest caller, QueryValues query, IUseCases useCases, TimeProvider time, CancellationToken cancellationToken)
    {
        var limit = LimitOf(query);
        var result = await useCases.SendAsync(new ListSlowRequestsQuery(caller.Caller.Tenant, limit), cancellationToken);
        return result.Failed(out var error, out var slow) ? error.ToResult() : Results.Ok(slow.ToWire(time.GetUtcNow()));
    }

    private static async Task<IResult> ListAlerts(CallerOfRequest caller, QueryValues query, IUseCases useCases, TimeProvider time, CancellationToken cancellationToken)
    {
        var limit = LimitOf(query);
        var result = await useCases.SendAsync(new ListSecurityAlertsQuery(caller.Caller.Tenant, limit), cancellationToken);
        return result.Failed(out var error, out var alerts) ? error.ToResult() : Results.Ok(alerts.ToWire(time.GetUtcNow()));
    }

    private static int LimitOf(QueryValues query)
    {
        var limit = query.Int("limit", UsualLimit, minimum: 1, maximum: LargestLimit);
        query.ThrowIfInvalid();
        return limit;
    }
}
