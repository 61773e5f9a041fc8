using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Activities;
using ModuleX.Application.Messaging;
using ModuleX.Application.Operations;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>How the server fares and what people did, document 5's <c>/api/status</c> and <c>/api/activity</c>.</summary>
internal static class StatusEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/status", Get).WithName("Platform_Status_Get").RequireLevel(AccessLevel.User)
            .WithSummary("How the server started, its modules and its performance; to admins of the default tenant also settings to look at")
            .Produces<StatusResponse>();
        surface.MapGet("/activity", ListActivity).WithName("Platform_Activity_List").RequireLevel(AccessLevel.User)
            .WithSummary("What the user did, newest first; what everybody did for admins")
            .Produces<ActivityListResponse>();
    }

    private static async Task<IResult> Get(CallerOfRequest request, RiskySettings risky, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetSystemStatusQuery(request.Caller.Tenant), cancellationToken);
        return result.Failed(out var error, out var status)
            ? error.ToResult()
            : Results.Ok(StatusResponse.Of(status, request.Caller.AdministersPlatform && risky.Current is { Count: > 0 } warnings ? warnings : null));
    }

    private static async Task<IResult> ListActivity(
        ActivityListParameters list, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(list.ToQuery(request.Caller), cancellationToken);
        return Answer(result, ActivityListResponse.Of);
    }
}

internal sealed record ActivityListParameters(
    [MaxLength(128)] string? UserId, [WordsOf(typeof(ActivityTypes))] string? Type, PeriodParameters Period, PageParameters Page)
    : QueryParameters<ActivityListParameters>
{
    public ListActivitiesQuery ToQuery(Caller caller) => new(caller, new ActivityFilter(UserId, Type, Period.StartDate, Period.EndDate), Page.ToPage());
}
