using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Organizations;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Organizations themselves, document 1's <c>/organizations</c>.</summary>
internal static class OrganizationEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapPost("/organizations", Create).WithName("ModuleX_Organizations_Create").RequireLevel(AccessLevel.SuperAdmin)
            .WithSummary("Add an organization")
            .Produces<CreateOrganizationResponse>().Refuses(409);
        surface.MapGet("/organizations", List).WithName("ModuleX_Organizations_List").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("The organizations, by slug; page, limit (at most 100) and search in name and slug")
            .Produces<OrganizationListResponse>();
        surface.MapGet("/organizations/{organization_id}", Get).WithName("ModuleX_Organizations_Get").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("An organization and its places for users")
            .Produces<OrganizationDetailsResponse>();
        surface.MapPut("/organizations/{organization_id}", Update).WithName("ModuleX_Organizations_Update").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Change an organization")
            .Produces<UpdateOrganizationResponse>().Refuses(409);
        surface.MapDelete("/organizations/{organization_id}", Delete).WithName("ModuleX_Organizations_Delete").RequireLevel(AccessLevel.SuperAdmin)
            .WithSummary("Delete an organization; its users move to the default one, its service keys end")
            .Produces<DoneResponse>().Refuses(409);
        surface.MapGet("/organizations/slug/{slug}", GetBySlug).WithName("ModuleX_Organizations_GetBySlug").RequireLevel(AccessLevel.User)
            .WithSummary("An organization by its slug, for who administers it")
            .Produces<OrganizationResponse>();
        surface.MapGet("/organizations/domain/{domain}", GetByDomain).WithName("ModuleX_Organizations_GetByDomain").RequireLevel(AccessLevel.User)
            .WithSummary("An organization by its internet domain, for who administers it")
            .Produces<OrganizationResponse>();
    }

    private static async Task<IResult> Create(CreateOrganizationRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(request.Caller), cancellationToken), CreateOrganizationResponse.Of);
    }

    private static async Task<IResult> List(CallerOfRequest request, OrganizationListParameters list, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(list.ToQuery(request.Caller), cancellationToken);
        return Answer(result, OrganizationListResponse.Of);
    }

    private static async Task<IResult> Get(Guid organization_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(
            new GetOrganizationQuery(request.Caller, new OrganizationName.ById(new OrganizationId(organization_id))), cancellationToken);
        return Answer(result, OrganizationDetailsResponse.Of);
    }

    private static async Task<IResult> Update(
        Guid organization_id, UpdateOrganizationRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(request.Caller, organization_id), cancellationToken), UpdateOrganizationResponse.Of);
    }

    private static async Task<IResult> Delete(Guid organization_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(
            new DeleteOrganizationCommand(request.Caller, new OrganizationId(organization_id), ActiveMembers.MoveHome), cancellationToken);
        return Answer(result, DoneResponse.Of);
    }

    private static async Task<IResult> GetBySlug(string slug, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetOrganizationQuery(request.Caller, new OrganizationName.BySlug(slug)), cancellationToken);
        return Answer(result, OrganizationResponse.Of);
    }

    private static async Task<IResult> GetByDomain(string domain, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetOrganizationQuery(request.Caller, new OrganizationName.ByDomain(domain)), cancellationToken);
        return Answer(result, OrganizationResponse.Of);
    }
}

internal sealed record OrganizationListParameters(PageParameters Page, string? Search) : QueryParameters<OrganizationListParameters>
{
    public ListOrganizationsQuery ToQuery(Caller caller) => new(caller.Tenant, new OrganizationFilter(Search), Page.ToPage());
}
