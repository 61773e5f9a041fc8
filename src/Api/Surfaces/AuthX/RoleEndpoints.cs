using Microsoft.AspNetCore.Mvc;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>The roles of organizations, document 3's <c>/roles</c>.</summary>
internal static class RoleEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var roles = surface.MapGroup("/roles").WithTags("Roles");
        roles.MapPost("", Create).WithName("AuthX_Roles_Create").RequirePermission(PermissionNames.RoleCreate)
            .WithSummary("Make a role that allows nothing yet")
            .Produces<RoleResponse>(201).Refuses(404, 409);
        roles.MapGet("", List).WithName("AuthX_Roles_List").RequirePermission(PermissionNames.RoleRead)
            .WithSummary("The roles of the organization, newest first")
            .Produces<PageResponse<RoleResponse>>();
        roles.MapGet("/{role_id}", Get).WithName("AuthX_Roles_Get").RequirePermission(PermissionNames.RoleRead).WithSummary("One role")
            .Produces<RoleResponse>();
        roles.MapPut("/{role_id}", Update).WithName("AuthX_Roles_Update").RequirePermission(PermissionNames.RoleUpdate).WithSummary("Change a role")
            .Produces<RoleResponse>().Refuses(409);
        roles.MapDelete("/{role_id}", Delete).WithName("AuthX_Roles_Delete").RequirePermission(PermissionNames.RoleDelete)
            .WithSummary("Delete a role that no user has")
            .Produces<StatusResponse>().Refuses(400);
        roles.MapGet("/{role_id}/permissions", ListPermissions).WithName("AuthX_Roles_ListPermissions").RequirePermission(PermissionNames.RoleRead)
            .WithSummary("The ids of the permissions that a role allows")
            .Produces<IReadOnlyList<string>>();
        roles.MapPost("/{role_id}/permissions", AssignPermissions).WithName("AuthX_Roles_AssignPermissions").RequirePermission(PermissionNames.PermissionAssign)
            .WithSummary("Let a role allow these permissions and no others; answers their ids")
            .Produces<IReadOnlyList<string>>();
        roles.MapDelete("/{role_id}/permissions", RemovePermissions).WithName("AuthX_Roles_RemovePermissions")
            .RequirePermission(PermissionNames.PermissionAssign)
            .WithSummary("Take permissions from a role; answers the ids of those that are left")
            .Produces<IReadOnlyList<string>>();
    }

    private static async Task<IResult> Create(
        CreateRoleRequest body, NamedOrganization named, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller, named.Or(body.OrganizationId)), cancellationToken);
        return Answer(result, role => role.ToWire<RoleResponse>(), StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(RoleListParameters list, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(list.ToQuery(request.Caller), cancellationToken), page => page.ToWire(role => role.ToWire<RoleResponse>()));
    }

    private static async Task<IResult> Get(Guid role_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetRoleQuery(request.Caller, new RoleId(role_id)), cancellationToken), role => role.ToWire<RoleResponse>());
    }

    private static async Task<IResult> Update(
        Guid role_id, UpdateRoleRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(request.Caller, role_id), cancellationToken), role => role.ToWire<RoleResponse>());
    }

    private static async Task<IResult> Delete(Guid role_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteRoleCommand(request.Caller, new RoleId(role_id)), cancellationToken);
        return Answer(result, () => AuthXWire.Done("Role deleted successfully"));
    }

    private static async Task<IResult> ListPermissions(Guid role_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListRolePermissionsQuery(request.Caller, new RoleId(role_id)), cancellationToken);
        return Answer(result, permissions => permissions);
    }

    private static async Task<IResult> AssignPermissions(
        Guid role_id, RolePermissionsRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToAssignPermissions(request.Caller, role_id), cancellationToken), permissions => permissions);
    }

    private static async Task<IResult> RemovePermissions(
        Guid role_id, [FromBody] RolePermissionsRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToRemovePermissions(request.Caller, role_id), cancellationToken), permissions => permissions);
    }
}

internal sealed record RoleListParameters(string? Search, bool? IsActive, PageParameters Page) : QueryParameters<RoleListParameters>
{
    public ListRolesQuery ToQuery(Caller caller) => new(caller, Search, IsActive, Page.ToPage());
}
