using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Access;

/// <summary>A role as callers see one.</summary>
public sealed record RoleView(
    RoleId Id, string Name, string? Description, bool IsActive, OrganizationId Organization, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static RoleView Of(Role role) => new(role.Id, role.Name, role.Description, role.IsActive, role.OrganizationId, role.CreatedAt, role.UpdatedAt);
}

/// <summary>A permission as callers see one.</summary>
public sealed record PermissionView(
    PermissionId Id, string Name, string? Description, string Resource, string Action, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static PermissionView Of(Permission permission) => new(
        permission.Id, permission.Name, permission.Description, permission.Resource, permission.Action, permission.CreatedAt, permission.UpdatedAt);
}
