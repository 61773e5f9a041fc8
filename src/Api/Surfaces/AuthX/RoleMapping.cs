using ModuleX.Application.Access;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Between the wire records of roles and the use cases.</summary>
internal static class RoleMapping
{
    public static CreateRoleCommand ToCommand(this CreateRoleRequest request, Caller caller, OrganizationId? organization) =>
        new(caller, request.Name, request.Description, request.IsActive, organization);

    public static UpdateRoleCommand ToCommand(this UpdateRoleRequest request, Caller caller, Guid role) =>
        new(caller, new RoleId(role), request.Name, request.Description, request.IsActive);

    public static AssignPermissionsCommand ToAssignPermissions(this RolePermissionsRequest request, Caller caller, Guid role) =>
        new(caller, new RoleId(role), [.. request.PermissionIds.Select(id => new PermissionId(id))]);

    public static RemovePermissionsCommand ToRemovePermissions(this RolePermissionsRequest request, Caller caller, Guid role) =>
        new(caller, new RoleId(role), [.. request.PermissionIds.Select(id => new PermissionId(id))]);

    public static RoleResponse ToWire(this RoleView role) => new(
        role.Id.ToString(), role.Name, role.Description, role.IsActive, role.Organization.ToString(), role.CreatedAt, role.UpdatedAt);

    public static IReadOnlyList<string> ToWire(this IEnumerable<PermissionId> permissions) => [.. permissions.Select(permission => permission.ToString())];
}
