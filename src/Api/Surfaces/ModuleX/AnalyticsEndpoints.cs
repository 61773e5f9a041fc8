using ModuleX.Api.Hosting;
using ModuleX.Application.Analytics;
using ModuleX.Application.Messaging;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>An organization over a period, document 1's <c>/dashboard/analytics</c>.</summary>
internal static class AnalyticsEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var group = surface.MapGroup("/dashboard/analytics").RequireLevel(AccessLevel.OrganizationAdmin);
        Describe<OverviewData>(group.MapGet("/overview", GetOverview), "ModuleX_Analytics_GetOverview", "People, tools, load and alerts; period");
        Describe<UserAnalyticsData>(group.MapGet("/users", GetUsers), "ModuleX_Analytics_GetUsers", "The people; period, group_by hour, day, week or month");
        Describe<ToolAnalyticsData>(group.MapGet("/tools", GetTools), "ModuleX_Analytics_GetTools", "The tools; period, category");
        Describe<PerformanceAnalyticsData>(
            group.MapGet("/performance", GetPerformance), "ModuleX_Analytics_GetPerformance",
            "Response times, errors and machines; period, metric for one member alone");
        Describe<SecurityAnalyticsData>(
            group.MapGet("/security", GetSecurity), "ModuleX_Analytics_GetSecurity", "Logins, suspicious events and the score; period, event_type");
    }

    private static void Describe<T>(RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint.WithName(name).WithSummary(summary).Produces<AnalyticsResponse<T>>();

    private static async Task<IResult> GetOverview(
        CallerOfRequest request, OrganizationOfRequest organization, OverviewParameters query, IUseCases useCases, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var period = query.Period.ToPeriod();
        var result = await useCases.SendAsync(
            new GetOverviewQuery(request.Caller.Tenant, organization.Id, period, request.Caller.IsSystemAdmin), cancellationToken);
        return Answer(result, view => AnalyticsWire.Of(OverviewData.Of(view, period), organization.Id, period, time.GetUtcNow()));
    }

    private static async Task<IResult> GetUsers(
        CallerOfRequest request, OrganizationOfRequest organization, UserAnalyticsParameters query, IUseCases useCases, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (period, step) = (query.Period.ToPeriod(), query.Step);
        var result = await useCases.SendAsync(new GetUserAnalyticsQuery(request.Caller.Tenant, organization.Id, period, step), cancellationToken);
        return Answer(result, view => AnalyticsWire.Of(UserAnalyticsData.Of(view, period, step), organization.Id, period, time.GetUtcNow()));
    }

    private static async Task<IResult> GetTools(
        CallerOfRequest request, OrganizationOfRequest organization, ToolAnalyticsParameters query, IUseCases useCases, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var period = query.Period.ToPeriod();
        var result = await useCases.SendAsync(new GetToolAnalyticsQuery(request.Caller.Tenant, organization.Id, period, query.Category), cancellationToken);
        return Answer(result, view => AnalyticsWire.Of(ToolAnalyticsData.Of(view, period), organization.Id, period, time.GetUtcNow()));
    }

    private static async Task<IResult> GetPerformance(
        CallerOfRequest request, OrganizationOfRequest organization, PerformanceAnalyticsParameters query, IUseCases useCases, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var period = query.Period.ToPeriod();
        var result = await useCases.SendAsync(new GetPerformanceAnalyticsQuery(request.Caller.Tenant, organization.Id, period), cancellationToken);
        return Answer(result, view => AnalyticsWire.Of(PerformanceAnalyticsData.Of(view, period, query.Metric), organization.Id, period, time.GetUtcNow()));
    }

    private static async Task<IResult> GetSecurity(
        CallerOfRequest request, OrganizationOfRequest organization, SecurityAnalyticsParameters query, IUseCases useCases, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (period, type) = (query.Period.ToPeriod(), query.EventType);
        var result = await useCases.SendAsync(new GetSecurityAnalyticsQuery(request.Caller.Tenant, organization.Id, period, type), cancellationToken);
        return Answer(result, view => AnalyticsWire.Of(SecurityAnalyticsData.Of(view, period, time.GetUtcNow()), organization.Id, period, time.GetUtcNow()));
    }
}
