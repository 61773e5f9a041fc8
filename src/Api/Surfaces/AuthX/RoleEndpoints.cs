using Microsoft.AspNetCore.Mvc;
using ModuleX.Api.Hosting;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>The roles of organizations, document 3's <c>/roles</c>.</summary>
internal static class RoleEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var roles = surface.MapGroup("/roles").WithTags("Roles");
        roles.MapPost("", Create).WithName("AuthX_Roles_Create").RequirePermission(PermissionNames.RoleCreate).WithSummary("Make a role that allows nothing yet")
            .Produces<RoleResponse>(201).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXErrorBody>(409).Produces<AuthXValidationBody>(422);
        roles.MapGet("", List).WithName("AuthX_Roles_List").RequirePermission(PermissionNames.RoleRead).WithSummary("The roles of the organization, newest first")
            .Produces<PageResponse<RoleResponse>>().Produces<AuthXErrorBody>(403).Produces<AuthXValidationBody>(422);
        roles.MapGet("/{role_id}", Get).WithName("AuthX_Roles_Get").RequirePermission(PermissionNames.RoleRead).WithSummary("One role")
            .Produces<RoleResponse>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404);
        roles.MapPut("/{role_id}", Update).WithName("AuthX_Roles_Update").RequirePermission(PermissionNames.RoleUpdate).WithSummary("Change a role")
            .Produces<RoleResponse>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXErrorBody>(409).Produces<AuthXValidationBody>(422);
        roles.MapDelete("/{role_id}", Delete).WithName("AuthX_Roles_Delete").RequirePermission(PermissionNames.RoleDelete).WithSummary("Delete a role that nobody has")
            .Produces<StatusResponse>().Produces<AuthXErrorBody>(400).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404);
        roles.MapPost("/{role_id}/permissions", AssignPermissions).WithName("AuthX_Roles_AssignPermissions").RequirePermission(PermissionNames.PermissionAssign)
            .WithSummary("Let a role allow these permissions and no others; answers their ids")
            .Produces<IReadOnlyList<string>>().Produces<AuthXErrorBody>(400).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXValidationBody>(422);
        roles.MapDelete("/{role_id}/permissions", RemovePermissions).WithName("AuthX_Roles_RemovePermissions").RequirePermission(PermissionNames.PermissionAssign)
            .WithSummary("Take permissions from a role; answers the ids of those that are left")
            .Produces<IReadOnlyList<string>>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXValidationBody>(422);
    }

    private static async Task<IResult> Create(CreateRoleRequest body, QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller, query.OrganizationOf(body.OrganizationId)), cancellationToken);
        return result.Failed(out var error, out var role) ? error.ToResult() : Results.Json(role.ToWire(), statusCode: 201);
    }

    private static async Task<IResult> List(QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(query.ToListRoles(caller), cancellationToken);
        return result.Failed(out var error, out var page) ? error.ToResult() : Results.Ok(page.ToWire(RoleMapping.ToWire));
    }

    private static async Task<IResult> Get(Guid role_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetRoleQuery(caller.Caller, new RoleId(role_id)), cancellationToken);
        return result.Failed(out var error, out var role) ? error.ToResult() : Results.Ok(role.ToWire());
    }

    private static async Task<IResult> Update(Guid role_id, UpdateRoleRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller, role_id), cancellationToken);
        return result.Failed(out var error, out var role) ? error.ToResult() : Results.Ok(role.ToWire());
    }

    private static async Task<IResult> Delete(Guid role_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteRoleCommand(caller.Caller, new RoleId(role_id)), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(AuthXMapping.Done("Role deleted successfully"));
    }

    private static async Task<IResult> AssignPermissions(Guid role_id, RolePermissionsRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToAssignPermissions(caller, role_id), cancellationToken);
        return result.Failed(out var error, out var permissions) ? error.ToResult() : Results.Ok(permissions.ToWire());
    }

    private static async Task<IResult> RemovePermissions(
        Guid role_id, [FromBody] RolePermissionsRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToRemovePermissions(caller, role_id), cancellationToken);
        return result.Failed(out var error, out var permissions) ? error.ToResult() : Results.Ok(permissions.ToWire());
    }
}
