using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>The users of the request's organization, document 1's <c>/dashboard/users</c>.</summary>
internal static class DashboardUserEndpoints
{
    private const int LastPage = 1_000_000;

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
        CallerOfRequest request, OrganizationOfRequest organization, QueryValues query, IUseCases useCases, CancellationToken cancellationToken)
    {
        var page = PageRequest.Of(query.Int("page", 1, minimum: 1, maximum: LastPage), query.Int("limit", 10, minimum: 1, maximum: 100));
        var filter = query.MemberFilterOf();
        query.ThrowIfInvalid();
        var result = await useCases.SendAsync(new ListMembersQuery(request.Caller.Tenant, organization.Id, filter, page), cancellationToken);
        return Answer(result, found => found.ToWire(organization.Id));
    }

    private static async Task<IResult> GetStatistics(
        CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetMemberStatisticsQuery(request.Caller.Tenant, organization.Id), cancellationToken);
        return Answer(result, numbers => numbers.ToWire(organization.Id));
    }

    private static async Task<IResult> Get(
        Guid user_id, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetMemberQuery(request.Caller.Tenant, organization.Id, new UserId(user_id)), cancellationToken);
        return Answer(result, details => details.ToWire(organization.Id));
    }
}
