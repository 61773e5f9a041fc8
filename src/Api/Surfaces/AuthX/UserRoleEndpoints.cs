using Microsoft.AspNetCore.Mvc;
using ModuleX.Api.Hosting;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>What a user may do, document 3's <c>/users/{user_id}/roles</c> and <c>/permissions</c>.</summary>
internal static class UserRoleEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var user = surface.MapGroup("/users/{user_id}").WithTags("Users");
        user.MapGet("/permissions", GetPermissions).WithName("AuthX_Users_GetPermissions").RequirePermission(PermissionNames.UserRead)
            .WithSummary("What a user may do in its home organization").Produces<UserPermissionsResponse>();
        user.MapGet("/roles", ListRoles).WithName("AuthX_Users_ListRoles").RequirePermission(PermissionNames.UserRead)
            .WithSummary("The ids of the roles that a user has in its home organization")
            .Produces<IReadOnlyList<string>>();
        user.MapPost("/roles", AssignRoles).WithName("AuthX_Users_AssignRoles").RequirePermission(PermissionNames.RoleAssign)
            .WithSummary("Give a user these roles and no others; answers their ids")
            .Produces<IReadOnlyList<string>>();
        user.MapDelete("/roles", RemoveRoles).WithName("AuthX_Users_RemoveRoles").RequirePermission(PermissionNames.RoleAssign)
            .WithSummary("Take roles from a user; answers the ids of those that are left")
            .Produces<IReadOnlyList<string>>();
    }

    private static async Task<IResult> GetPermissions(Guid user_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetUserPermissionsQuery(request.Caller, new UserId(user_id)), cancellationToken);
        return Answer(result, permissions => permissions.ToWire<UserPermissionsResponse>());
    }

    private static async Task<IResult> ListRoles(Guid user_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new ListUserRolesQuery(request.Caller, new UserId(user_id)), cancellationToken), roles => roles);
    }

    private static async Task<IResult> AssignRoles(
        Guid user_id, UserRolesRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToAssignRoles(request.Caller, user_id), cancellationToken), roles => roles);
    }

    private static async Task<IResult> RemoveRoles(
        Guid user_id, [FromBody] UserRolesRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToRemoveRoles(request.Caller, user_id), cancellationToken), roles => roles);
    }
}
