using ModuleX.Api.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>The users of a tenant, document 4's <c>/api/tenants/users</c>: its admins see and change them, everybody else sees only themselves.</summary>
internal static class TenantUserEndpoints
{
    public static void Map(IEndpointRouteBuilder tenants)
    {
        var users = tenants.MapGroup("/users");
        users.MapGet("", List).WithName("Tenants_Users_List").RequireLevel(AccessLevel.User)
            .WithSummary("The users of the tenant for its admins, and oneself for everybody else, newest first; at most 100 a page")
            .Produces<Envelope<TenantUserResponse[]>>().Produces<TenantsErrorBody>(400).Produces<TenantsErrorBody>(401);
        users.MapPost("", Create).WithName("Tenants_Users_Create").RequireLevel(AccessLevel.SystemAdmin).WithSummary("Make an account in the tenant")
            .Produces<Envelope<TenantUserResponse>>(201).Produces<TenantsErrorBody>(400).Produces<TenantsErrorBody>(403).Produces<TenantsErrorBody>(409);
        users.MapGet("/{user_id}", Get).WithName("Tenants_Users_Get").RequireLevel(AccessLevel.User).WithSummary("One user")
            .Produces<Envelope<TenantUserResponse>>().Produces<TenantsErrorBody>(401).Produces<TenantsErrorBody>(404);
        users.MapPut("/{user_id}", Update).WithName("Tenants_Users_Update").RequireLevel(AccessLevel.SystemAdmin).WithSummary("Change a user; what is left out stays")
            .Produces<Envelope<TenantUserResponse>>().Produces<TenantsErrorBody>(400).Produces<TenantsErrorBody>(403).Produces<TenantsErrorBody>(404).Produces<TenantsErrorBody>(409);
        users.MapDelete("/{user_id}", Delete).WithName("Tenants_Users_Delete").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Delete a user for good; its e-mail address is free, and the audit log keeps its name")
            .Produces<Envelope<object>>().Produces<TenantsErrorBody>(403).Produces<TenantsErrorBody>(404).Produces<TenantsErrorBody>(409);
    }

    private static async Task<IResult> List(QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(query.ToListTenantUsers(caller), cancellationToken);
        return result.Failed(out var error, out var page) ? error.ToResult() : Results.Ok(TenantsMapping.Success(page.Items.Select(TenantUserMapping.ToTenantWire)));
    }

    private static async Task<IResult> Create(TenantUserRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller), cancellationToken);
        return result.Failed(out var error, out var user) ? error.ToResult() : Results.Json(TenantsMapping.Success(user.ToTenantWire()), statusCode: 201);
    }

    private static async Task<IResult> Get(long user_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetTenantUserQuery(caller.Caller, user_id), cancellationToken);
        return result.Failed(out var error, out var user) ? error.ToResult() : Results.Ok(TenantsMapping.Success(user.ToTenantWire()));
    }

    private static async Task<IResult> Update(long user_id, TenantUserChangeRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        if ((await useCases.SendAsync(new GetTenantUserQuery(caller.Caller, user_id), cancellationToken)).Failed(out var error, out var user)) return error.ToResult();
        var result = await useCases.SendAsync(body.ToCommand(caller, user), cancellationToken);
        return result.Failed(out error, out var changed) ? error.ToResult() : Results.Ok(TenantsMapping.Success(changed.ToTenantWire()));
    }

    private static async Task<IResult> Delete(long user_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteTenantUserCommand(caller.Caller, user_id), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(TenantsMapping.Success<object?>(null, "User deleted"));
    }
}
