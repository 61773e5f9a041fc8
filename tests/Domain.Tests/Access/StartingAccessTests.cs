using ModuleX.Domain.Access;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.Access;

public sealed class StartingAccessTests
{
    private static readonly IReadOnlyList<Permission> Permissions = StartingAccess.PermissionsOf(Given.Tenant, Guid.CreateVersion7, ManualTime.Start);

    [Fact]
    public void Every_permission_is_of_a_resource_and_an_action()
    {
        Permissions.Select(permission => permission.Name).ShouldBe(PermissionNames.All);
        Permissions.ShouldAllBe(permission => permission.Name == $"{permission.Resource}:{permission.Action}" && permission.TenantId == Given.Tenant);
        Permissions.Single(permission => permission.Name == PermissionNames.UserCreate).Description.ShouldBe("May create users");
    }

    [Fact]
    public void Admin_may_do_everything() => AllowedTo(PermissionNames.AdminRole).ShouldBe(PermissionNames.All);

    [Fact]
    public void Member_and_viewer_see_nothing_of_other_people()
    {
        foreach (var name in (string[])[PermissionNames.MemberRole, PermissionNames.ViewerRole]) AllowedTo(name)
            .ShouldBe(["permission:read", "organization:read"]);
    }

    [Fact]
    public void Permission_that_the_tenant_has_deleted_is_left_out()
    {
        Permission[] rest = [.. Permissions.Where(permission => permission.Name != "permission:read")];

        AllowedTo(PermissionNames.ViewerRole, rest).ShouldBe(["organization:read"]);
    }

    [Fact]
    public void Roles_are_active_and_of_the_organization()
    {
        var (roles, links) = RolesOf(Permissions);

        roles.Select(role => role.Name).ShouldBe(["Admin", "Member", "Viewer"]);
        roles.ShouldAllBe(role => role.IsActive && role.OrganizationId == Given.Organization && role.TenantId == Given.Tenant);
        links.ShouldAllBe(link => link.TenantId == Given.Tenant);
    }

    private static IEnumerable<string> AllowedTo(string name, IReadOnlyList<Permission>? permissions = null)
    {
        var (roles, links) = RolesOf(permissions ?? Permissions);
        var role = roles.Single(role => role.Name == name);
        return links.Where(link => link.RoleId == role.Id).Select(link => Permissions.Single(permission => permission.Id == link.PermissionId).Name);
    }

    private static (IReadOnlyList<Role> Roles, IReadOnlyList<RolePermission> Links) RolesOf(IReadOnlyList<Permission> permissions) =>
        StartingAccess.RolesOf(Given.Tenant, Given.Organization, permissions, Guid.CreateVersion7, ManualTime.Start);
}
