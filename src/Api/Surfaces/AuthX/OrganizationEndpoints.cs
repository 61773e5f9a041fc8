using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Ports;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Organizations, document 3's <c>/organizations</c>.</summary>
internal static class OrganizationEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapPost("/organizations", Create).WithName("AuthX_Organizations_Create").RequireLevel(AccessLevel.SuperAdmin).WithSummary("Add an organization")
            .Produces<OrganizationResponse>(201).Produces<AuthXErrorBody>(401).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(409).Produces<AuthXValidationBody>(422);
        surface.MapGet("/organizations", List).WithName("AuthX_Organizations_List").RequireLevel(AccessLevel.SuperAdmin)
            .WithSummary("The organizations, by slug; page and size, or skip and limit, is_active, and search in name and slug")
            .Produces<PageResponse<OrganizationResponse>>().Produces<AuthXErrorBody>(401).Produces<AuthXErrorBody>(403).Produces<AuthXValidationBody>(422);
        surface.MapGet("/organizations/my/info", GetMine).WithName("AuthX_Organizations_GetMine").RequireLevel(AccessLevel.User).WithSummary("The organization of the token")
            .Produces<OrganizationResponse>().Produces<AuthXErrorBody>(401).Produces<AuthXErrorBody>(403);
        surface.MapGet("/organizations/{organization_id}", Get).WithName("AuthX_Organizations_Get").RequireLevel(AccessLevel.SuperAdmin).WithSummary("An organization")
            .Produces<OrganizationResponse>().Produces<AuthXErrorBody>(401).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404);
        surface.MapPut("/organizations/{organization_id}", Update).WithName("AuthX_Organizations_Update").RequireLevel(AccessLevel.SuperAdmin).WithSummary("Change an organization")
            .Produces<OrganizationResponse>().Produces<AuthXErrorBody>(401).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXErrorBody>(409).Produces<AuthXValidationBody>(422);
        surface.MapDelete("/organizations/{organization_id}", Delete).WithName("AuthX_Organizations_Delete").RequireLevel(AccessLevel.SuperAdmin).WithSummary("Delete an organization that has no active users")
            .Produces<StatusResponse>().Produces<AuthXErrorBody>(400).Produces<AuthXErrorBody>(401).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXErrorBody>(409);
    }

    private static async Task<IResult> Create(CreateOrganizationRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller.Caller), cancellationToken);
        return result.Failed(out var error, out var created) ? error.ToResult() : Results.Json(created.ToWire(), statusCode: 201);
    }

    private static async Task<IResult> List(CallerOfRequest caller, QueryValues query, IUseCases useCases, CancellationToken cancellationToken)
    {
        var (page, filter) = (query.PageOf(), new OrganizationFilter(query.Text("search"), query.Bool("is_active")));
        query.ThrowIfInvalid();
        var result = await useCases.SendAsync(new ListOrganizationsQuery(caller.Caller.Tenant, filter, page), cancellationToken);
        return result.Failed(out var error, out var found) ? error.ToResult() : Results.Ok(found.ToWire(OrganizationMapping.ToWire));
    }

    private static async Task<IResult> GetMine(CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetMyOrganizationQuery(caller.Caller), cancellationToken);
        return result.Failed(out var error, out var found) ? error.ToResult() : Results.Ok(found.ToWire());
    }

    private static async Task<IResult> Get(Guid organization_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetOrganizationQuery(caller.Caller, new OrganizationName.ById(new OrganizationId(organization_id))), cancellationToken);
        return result.Failed(out var error, out var found) ? error.ToResult() : Results.Ok(found.ToWire());
    }

    private static async Task<IResult> Update(Guid organization_id, UpdateOrganizationRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller.Caller, organization_id), cancellationToken);
        return result.Failed(out var error, out var updated) ? error.ToResult() : Results.Ok(updated.Organization.ToWire());
    }

    private static async Task<IResult> Delete(Guid organization_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteOrganizationCommand(caller.Caller, new OrganizationId(organization_id), ActiveMembers.PreventIt), cancellationToken);
        return result.Failed(out var error, out var deleted) ? error.ToResult() : Results.Ok(AuthXMapping.Done($"Organization '{deleted.Name}' deleted successfully"));
    }
}
