using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Access;

/// <summary>What permissions a tenant, and what roles an organization starts with.</summary>
public static class StartingAccess
{
    /// <param name="newId">Makes version 7 UUIDs.</param>
    public static IReadOnlyList<Permission> PermissionsOf(TenantId tenant, Func<Guid> newId, DateTimeOffset now) =>
    [
        .. from name in PermissionNames.All
           let parts = name.Split(':')
           select new Permission(new PermissionId(newId()), tenant, name, $"May {parts[1]} {parts[0]}s", parts[0], parts[1], now),
    ];

    /// <summary>The starting roles and what they allow. A starting permission that the tenant has deleted is left out.</summary>
    /// <param name="permissions">The tenant's.</param>
    /// <param name="newId">Makes version 7 UUIDs.</param>
    public static (IReadOnlyList<Role> Roles, IReadOnlyList<RolePermission> Links) RolesOf(
        TenantId tenant, OrganizationId organization, IEnumerable<Permission> permissions, Func<Guid> newId, DateTimeOffset now)
    {
        var byName = permissions.ToDictionary(permission => permission.Name, permission => permission.Id);
        var roles = new List<Role>();
        var links = new List<RolePermission>();
        foreach (var (name, description, allowed) in PermissionNames.StartingRoles)
        {
            var role = new Role(new RoleId(newId()), tenant, organization, name, description, isActive: true, now);
            roles.Add(role);
            links.AddRange(allowed.Where(byName.ContainsKey).Select(permission => new RolePermission(tenant, role.Id, byName[permission])));
        }
        return (roles, links);
    }
}
