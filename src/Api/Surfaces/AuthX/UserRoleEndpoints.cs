using Microsoft.AspNetCore.Mvc;
using ModuleX.Api.Hosting;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>What a user may do, document 3's <c>/users/{user_id}/roles</c> and <c>/permissions</c>.</summary>
internal static class UserRoleEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var user = surface.MapGroup("/users/{user_id}").WithTags("Users");
        user.MapGet("/permissions", GetPermissions).WithName("AuthX_Users_GetPermissions").RequirePermission(PermissionNames.UserRead)
            .WithSummary("What a user may do in its home organization").Produces<UserPermissionsResponse>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404);
        user.MapPost("/roles", AssignRoles).WithName("AuthX_Users_AssignRoles").RequirePermission(PermissionNames.RoleAssign)
            .WithSummary("Give a user these roles and no others; answers their ids")
            .Produces<IReadOnlyList<string>>().Produces<AuthXErrorBody>(400).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXValidationBody>(422);
        user.MapDelete("/roles", RemoveRoles).WithName("AuthX_Users_RemoveRoles").RequirePermission(PermissionNames.RoleAssign)
            .WithSummary("Take roles from a user; answers the ids of those that are left")
            .Produces<IReadOnlyList<string>>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXValidationBody>(422);
    }

    private static async Task<IResult> GetPermissions(Guid user_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetUserPermissionsQuery(caller.Caller, new UserId(user_id)), cancellationToken);
        return result.Failed(out var error, out var permissions) ? error.ToResult() : Results.Ok(permissions.ToWire());
    }

    private static async Task<IResult> AssignRoles(Guid user_id, UserRolesRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToAssignRoles(caller, user_id), cancellationToken);
        return result.Failed(out var error, out var roles) ? error.ToResult() : Results.Ok(roles.ToWire());
    }

    private static async Task<IResult> RemoveRoles(Guid user_id, [FromBody] UserRolesRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToRemoveRoles(caller, user_id), cancellationToken);
        return result.Failed(out var error, out var roles) ? error.ToResult() : Results.Ok(roles.ToWire());
    }
}
