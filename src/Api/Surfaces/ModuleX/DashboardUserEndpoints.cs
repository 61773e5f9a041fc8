using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Identity;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>The users of the request's organization, document 1's <c>/dashboard/users</c>.</summary>
internal static class DashboardUserEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/dashboard/users", List).WithName("ModuleX_DashboardUsers_List").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary(
                "The users of the organization; search in email and username, status active or inactive, "
                + "sort_by name, email, created_at or last_active, order asc or desc, page, limit")
            .Produces<DashboardUsersResponse>();
        surface.MapGet("/dashboard/users/stats", GetStatistics).WithName("ModuleX_DashboardUsers_GetStats")
            .RequireLevel(AccessLevel.OrganizationAdmin).WithSummary("The users of the organization in numbers")
            .Produces<DashboardUserStatisticsResponse>();
        surface.MapGet("/dashboard/users/{user_id}", Get).WithName("ModuleX_DashboardUsers_Get").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("A user of the organization with tools, activities and login sessions")
            .Produces<DashboardUserDetailsResponse>();
    }

    private static async Task<IResult> List(
        CallerOfRequest request, OrganizationOfRequest organization, MemberListParameters list, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(list.ToQuery(request.Caller, organization), cancellationToken);
        return Answer(result, found => DashboardUsersResponse.Of(found, organization.Id));
    }

    private static async Task<IResult> GetStatistics(
        CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetMemberStatisticsQuery(request.Caller.Tenant, organization.Id), cancellationToken);
        return Answer(result, numbers => DashboardUserStatisticsResponse.Of(numbers, organization.Id));
    }

    private static async Task<IResult> Get(
        Guid user_id, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetMemberQuery(request.Caller.Tenant, organization.Id, new UserId(user_id)), cancellationToken);
        return Answer(result, details => DashboardUserDetailsResponse.Of(details, organization.Id));
    }
}

internal sealed record MemberListParameters(
    PageParameters Page,
    string? Search,
    [AllowedValues("active", "inactive")] string? Status,
    [AllowedValues("name", "email", "created_at", "last_active")] string? SortBy,
    [AllowedValues("asc", "desc")] string? Order) : QueryParameters<MemberListParameters>
{
    public ListMembersQuery ToQuery(Caller caller, OrganizationOfRequest organization)
    {
        var filter = new MemberFilter(Search, Status is null ? null : Status == "active", OrderOf(SortBy), Order != "asc");
        return new(caller.Tenant, organization.Id, filter, Page.ToPage());
    }

    private static MemberOrder OrderOf(string? word) => word switch
    {
        "name" => MemberOrder.Name,
        "email" => MemberOrder.Email,
        "last_active" => MemberOrder.LastActive,
        _ => MemberOrder.CreatedAt,
    };
}
