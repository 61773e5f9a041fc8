using ModuleX.Application.Access;
using ModuleX.Domain.Access;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Between the wire records of permissions and the use cases.</summary>
internal static class PermissionMapping
{
    public static CreatePermissionCommand ToCommand(this CreatePermissionRequest request, Caller caller) =>
        new(caller, request.Name, request.Description, request.Resource, request.Action);

    public static UpdatePermissionCommand ToCommand(this UpdatePermissionRequest request, Caller caller, Guid permission) =>
        new(caller, new PermissionId(permission), request.Name, request.Description, request.Resource, request.Action);

    public static PermissionResponse ToWire(this PermissionView permission) => new(
        permission.Id.ToString(), permission.Name, permission.Description, permission.Resource, permission.Action, permission.CreatedAt, permission.UpdatedAt);

    /// <param name="permissions">In the order of their resources.</param>
    public static GroupedPermissionsResponse ToGroups(this IReadOnlyList<PermissionView> permissions) => new(
        [.. permissions.GroupBy(permission => permission.Resource).Select(group => new PermissionGroup(group.Key, [.. group.Select(ToWire)]))],
        permissions.Count);
}
