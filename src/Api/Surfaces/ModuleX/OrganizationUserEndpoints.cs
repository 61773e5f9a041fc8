using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>The users of an organization and its numbers, for system admins and for who administers it.</summary>
internal static class OrganizationUserEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/organizations/{organization_id}/users", List).WithName("ModuleX_Organizations_ListUsers").RequireLevel(AccessLevel.User)
            .WithSummary("The users of an organization in the order in which they joined; page and limit (at most 100)")
            .Produces<OrganizationUsersResponse>();
        surface.MapPost("/organizations/{organization_id}/users", Add).WithName("ModuleX_Organizations_AddUser").RequireLevel(AccessLevel.User)
            .WithSummary("Add a user to an organization, or give a user of it another role")
            .Produces<DoneResponse>().Refuses(409);
        surface.MapDelete("/organizations/{organization_id}/users/{user_id}", Remove).WithName("ModuleX_Organizations_RemoveUser")
            .RequireLevel(AccessLevel.User)
            .WithSummary("Take a user out of an organization; the user moves to the default one")
            .Produces<DoneResponse>().Refuses(409);
        surface.MapGet("/organizations/{organization_id}/stats", GetStatistics).WithName("ModuleX_Organizations_GetStats")
            .RequireLevel(AccessLevel.User).WithSummary("An organization in numbers")
            .Produces<OrganizationStatisticsResponse>();
    }

    private static async Task<IResult> List(
        Guid organization_id, CallerOfRequest request, OrganizationUserListParameters list, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(list.ToQuery(request.Caller, organization_id), cancellationToken);
        return Answer(result, OrganizationUsersResponse.Of);
    }

    private static async Task<IResult> Add(
        Guid organization_id, AddOrganizationUserRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(request.Caller, organization_id), cancellationToken), DoneResponse.Of);
    }

    private static async Task<IResult> Remove(
        Guid organization_id, Guid user_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(
            new RemoveOrganizationUserCommand(request.Caller, new OrganizationId(organization_id), new UserId(user_id)), cancellationToken);
        return Answer(result, DoneResponse.Of);
    }

    private static async Task<IResult> GetStatistics(Guid organization_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetOrganizationStatisticsQuery(request.Caller, new OrganizationId(organization_id)), cancellationToken);
        return Answer(result, OrganizationStatisticsResponse.Of);
    }
}

internal sealed record OrganizationUserListParameters([Range(1, PageParameters.LastPage)] int Page = 1, [Range(1, 100)] int Limit = 20)
    : QueryParameters<OrganizationUserListParameters>
{
    public ListOrganizationUsersQuery ToQuery(Caller caller, Guid organization) => new(caller, new OrganizationId(organization), PageRequest.Of(Page, Limit));
}
