using ModuleX.Api.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Accounts, document 3's <c>/users</c>.</summary>
internal static class UserEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var users = surface.MapGroup("/users").WithTags("Users");
        users.MapPost("", Create).WithName("AuthX_Users_Create").RequirePermission(PermissionNames.UserCreate).WithSummary("Make an account for somebody")
            .Produces<UserResponse>(201).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXErrorBody>(409).Produces<AuthXValidationBody>(422);
        users.MapGet("", List).WithName("AuthX_Users_List").RequirePermission(PermissionNames.UserRead).WithSummary("The users of the organization, newest first")
            .Produces<PageResponse<UserResponse>>().Produces<AuthXErrorBody>(403).Produces<AuthXValidationBody>(422);
        users.MapGet("/{user_id}", Get).WithName("AuthX_Users_Get").RequirePermission(PermissionNames.UserRead).WithSummary("One user")
            .Produces<UserResponse>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404);
        users.MapPut("/{user_id}", Update).WithName("AuthX_Users_Update").RequirePermission(PermissionNames.UserUpdate).WithSummary("Change a user")
            .Produces<UserResponse>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXErrorBody>(409).Produces<AuthXValidationBody>(422);
        users.MapDelete("/{user_id}", Delete).WithName("AuthX_Users_Delete").RequirePermission(PermissionNames.UserDelete).WithSummary("Deactivate a user")
            .Produces<StatusResponse>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXErrorBody>(409);
    }

    private static async Task<IResult> Create(CreateUserRequest body, QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller, query.OrganizationOf(body.OrganizationId)), cancellationToken);
        return result.Failed(out var error, out var user) ? error.ToResult() : Results.Json(user.ToWire(), statusCode: 201);
    }

    private static async Task<IResult> List(QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(query.ToListUsers(caller), cancellationToken);
        return result.Failed(out var error, out var page) ? error.ToResult() : Results.Ok(page.ToWire(UserMapping.ToWire));
    }

    private static async Task<IResult> Get(Guid user_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetUserQuery(caller.Caller, new UserId(user_id)), cancellationToken);
        return result.Failed(out var error, out var user) ? error.ToResult() : Results.Ok(user.ToWire());
    }

    private static async Task<IResult> Update(Guid user_id, UpdateUserRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller, user_id), cancellationToken);
        return result.Failed(out var error, out var user) ? error.ToResult() : Results.Ok(user.ToWire());
    }

    private static async Task<IResult> Delete(Guid user_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteUserCommand(caller.Caller, new UserId(user_id)), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(AuthXMapping.Done("User deleted successfully"));
    }
}
