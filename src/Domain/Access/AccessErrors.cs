using ModuleX.Domain.Results;

namespace ModuleX.Domain.Access;

/// <summary>Why something with roles and permissions is refused.</summary>
public static class AccessErrors
{
    public static Error RoleNotFound { get; } = new(ErrorKind.NotFound, "role_not_found", "Role not found");

    public static Error RoleNameTaken { get; } = new(ErrorKind.Conflict, "role_name_taken", "A role with this name already exists in the organization");

    public static Error RoleInUse(int users) => new(ErrorKind.Invalid, "role_in_use", $"Cannot delete role. It is assigned to {users} users");

    /// <summary>One of the roles is unknown, inactive, or of another organization than the user.</summary>
    public static Error RolesInvalid { get; } = new(ErrorKind.Invalid, "roles_invalid", "One or more roles are unknown, inactive or of another organization");

    public static Error PermissionNotFound { get; } = new(ErrorKind.NotFound, "permission_not_found", "Permission not found");

    public static Error PermissionTaken { get; } = new(
        ErrorKind.Conflict, "permission_taken", "A permission with this name, or this resource and action, already exists");

    public static Error PermissionsInvalid { get; } = new(ErrorKind.Invalid, "permissions_invalid", "One or more permissions are unknown");

    /// <summary>Who may assign must not rise by it, or bring others down: only what a caller has can be given or taken.</summary>
    public static Error GrantBeyondOwn { get; } = new(ErrorKind.Forbidden, "grant_beyond_own",
        "You can't grant or take permissions that you do not have yourself");
}
