using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Organizations;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Organizations, document 3's <c>/organizations</c>.</summary>
internal static class OrganizationEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapPost("/organizations", Create).WithName("AuthX_Organizations_Create").RequireLevel(AccessLevel.SuperAdmin).WithSummary("Add an organization")
            .Produces<OrganizationResponse>(201).Refuses(409);
        surface.MapGet("/organizations", List).WithName("AuthX_Organizations_List").RequireLevel(AccessLevel.SuperAdmin)
            .WithSummary("The organizations, by slug; page and size, or skip and limit, is_active, and search in name and slug")
            .Produces<PageResponse<OrganizationResponse>>();
        surface.MapGet("/organizations/my/info", GetMine).WithName("AuthX_Organizations_GetMine").RequireLevel(AccessLevel.User)
            .WithSummary("The organization of the token")
            .Produces<OrganizationResponse>();
        surface.MapGet("/organizations/{organization_id}", Get).WithName("AuthX_Organizations_Get").RequireLevel(AccessLevel.SuperAdmin)
            .WithSummary("An organization")
            .Produces<OrganizationResponse>();
        surface.MapPut("/organizations/{organization_id}", Update).WithName("AuthX_Organizations_Update").RequireLevel(AccessLevel.SuperAdmin)
            .WithSummary("Change an organization")
            .Produces<OrganizationResponse>().Refuses(409);
        surface.MapDelete("/organizations/{organization_id}", Delete).WithName("AuthX_Organizations_Delete").RequireLevel(AccessLevel.SuperAdmin)
            .WithSummary("Delete an organization that has no active users")
            .Produces<StatusResponse>().Refuses(400, 409);
    }

    private static async Task<IResult> Create(CreateOrganizationRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller), cancellationToken);
        return Answer(result, OrganizationResponse.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(CallerOfRequest request, OrganizationListParameters list, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(list.ToQuery(request.Caller), cancellationToken);
        return Answer(result, found => found.ToWire(OrganizationResponse.Of));
    }

    private static async Task<IResult> GetMine(CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetMyOrganizationQuery(request.Caller), cancellationToken), OrganizationResponse.Of);
    }

    private static async Task<IResult> Get(Guid organization_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(
            new GetOrganizationQuery(request.Caller, new OrganizationName.ById(new OrganizationId(organization_id))), cancellationToken);
        return Answer(result, OrganizationResponse.Of);
    }

    private static async Task<IResult> Update(
        Guid organization_id, UpdateOrganizationRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller, organization_id), cancellationToken);
        return Answer(result, updated => OrganizationResponse.Of(updated.Organization));
    }

    private static async Task<IResult> Delete(Guid organization_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(
            new DeleteOrganizationCommand(request.Caller, new OrganizationId(organization_id), ActiveMembers.PreventIt), cancellationToken);
        return Answer(result, deleted => AuthXWire.Done($"Organization '{deleted.Name}' deleted successfully"));
    }
}

internal sealed record OrganizationListParameters(PageParameters Page, string? Search, bool? IsActive) : QueryParameters<OrganizationListParameters>
{
    public ListOrganizationsQuery ToQuery(Caller caller) => new(caller.Tenant, new OrganizationFilter(Search, IsActive), Page.ToPage());
}
