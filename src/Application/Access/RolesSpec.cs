using Ardalis.Specification;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Access;

/// <summary>Roles, newest first.</summary>
internal sealed class RolesSpec : Specification<Role>
{
    /// <param name="organization">Null for all.</param>
    /// <param name="search">A part of the name, without regard to case; null for all.</param>
    /// <param name="isActive">Null for both.</param>
    public RolesSpec(OrganizationId? organization, string? search, bool? isActive)
    {
        if (organization is { } one) Query.Where(role => role.OrganizationId == one);
        if (isActive is { } active) Query.Where(role => role.IsActive == active);
        if (NameKey.Of(search ?? "") is { Length: > 0 } key) Query.Where(role => role.NameKey.Contains(key));
        Query.OrderByDescending(role => role.CreatedAt).ThenByDescending(role => role.Id);
    }
}

internal sealed class RoleByIdSpec : Specification<Role>
{
    public RoleByIdSpec(RoleId id) => Query.Where(role => role.Id == id);
}

internal sealed class RolesInSpec : Specification<Role>
{
    public RolesInSpec(OrganizationId organization, IReadOnlyCollection<RoleId> ids) =>
        Query.Where(role => role.OrganizationId == organization && ids.Contains(role.Id));
}

internal sealed class PermissionsOfRoleSpec : Specification<RolePermission>
{
    public PermissionsOfRoleSpec(RoleId role) => Query.Where(link => link.RoleId == role);
}

internal sealed class RolesOfUserSpec : Specification<UserRole>
{
    public RolesOfUserSpec(UserId user) => Query.Where(link => link.UserId == user);
}
