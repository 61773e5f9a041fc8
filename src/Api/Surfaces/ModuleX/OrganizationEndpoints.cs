using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Organizations themselves, document 1's <c>/organizations</c>.</summary>
internal static class OrganizationEndpoints
{
    private const int LastPage = 1_000_000;

    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapPost("/organizations", Create).WithName("ModuleX_Organizations_Create").RequireLevel(AccessLevel.SuperAdmin).WithSummary("Add an organization")
            .Produces<CreateOrganizationResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(409).Produces<ModuleXErrorBody>(422);
        surface.MapGet("/organizations", List).WithName("ModuleX_Organizations_List").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("The organizations, by slug; page, limit (at most 100) and search in name and slug")
            .Produces<OrganizationListResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(422);
        surface.MapGet("/organizations/{organization_id}", Get).WithName("ModuleX_Organizations_Get").RequireLevel(AccessLevel.SystemAdmin).WithSummary("An organization and its places for users")
            .Produces<OrganizationDetailsResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(404);
        surface.MapPut("/organizations/{organization_id}", Update).WithName("ModuleX_Organizations_Update").RequireLevel(AccessLevel.SystemAdmin).WithSummary("Change an organization")
            .Produces<UpdateOrganizationResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(404).Produces<ModuleXErrorBody>(409).Produces<ModuleXErrorBody>(422);
        surface.MapDelete("/organizations/{organization_id}", Delete).WithName("ModuleX_Organizations_Delete").RequireLevel(AccessLevel.SuperAdmin)
            .WithSummary("Delete an organization; its users move to the default one, its service keys end")
            .Produces<DoneResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(404).Produces<ModuleXErrorBody>(409);
        surface.MapGet("/organizations/slug/{slug}", GetBySlug).WithName("ModuleX_Organizations_GetBySlug").RequireLevel(AccessLevel.User).WithSummary("An organization by its slug, for who administers it")
            .Produces<OrganizationResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(404);
        surface.MapGet("/organizations/domain/{domain}", GetByDomain).WithName("ModuleX_Organizations_GetByDomain").RequireLevel(AccessLevel.User).WithSummary("An organization by its internet domain, for who administers it")
            .Produces<OrganizationResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(404);
    }

    private static async Task<IResult> Create(CreateOrganizationRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller.Caller), cancellationToken);
        return result.Failed(out var error, out var created) ? error.ToResult() : Results.Ok(created.ToCreated());
    }

    private static async Task<IResult> List(CallerOfRequest caller, QueryValues query, IUseCases useCases, CancellationToken cancellationToken)
    {
        var page = PageRequest.Of(query.Int("page", 1, minimum: 1, maximum: LastPage), query.Int("limit", 10, minimum: 1, maximum: 100));
        var filter = new OrganizationFilter(query.Text("search"));
        query.ThrowIfInvalid();
        var result = await useCases.SendAsync(new ListOrganizationsQuery(caller.Caller.Tenant, filter, page), cancellationToken);
        return result.Failed(out var error, out var found) ? error.ToResult() : Results.Ok(found.ToWire());
    }

    private static async Task<IResult> Get(Guid organization_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetOrganizationQuery(caller.Caller, new OrganizationName.ById(new OrganizationId(organization_id))), cancellationToken);
        return result.Failed(out var error, out var found) ? error.ToResult() : Results.Ok(found.ToDetails());
    }

    private static async Task<IResult> Update(Guid organization_id, UpdateOrganizationRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller.Caller, organization_id), cancellationToken);
        return result.Failed(out var error, out var updated) ? error.ToResult() : Results.Ok(updated.ToWire());
    }

    private static async Task<IResult> Delete(Guid organization_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteOrganizationCommand(caller.Caller, new OrganizationId(organization_id), ActiveMembers.MoveHome), cancellationToken);
        return result.Failed(out var error, out var deleted) ? error.ToResult() : Results.Ok(deleted.ToDeleted());
    }

    private static async Task<IResult> GetBySlug(string slug, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetOrganizationQuery(caller.Caller, new OrganizationName.BySlug(slug)), cancellationToken);
        return result.Failed(out var error, out var found) ? error.ToResult() : Results.Ok(found.ToFacts());
    }

    private static async Task<IResult> GetByDomain(string domain, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetOrganizationQuery(caller.Caller, new OrganizationName.ByDomain(domain)), cancellationToken);
        return result.Failed(out var error, out var found) ? error.ToResult() : Results.Ok(found.ToFacts());
    }
}
