using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Access;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Access;

internal sealed class RoleStore(ModuleXDbContext db) : IRoleStore
{
    public Task<Role?> FindAsync(RoleId id, CancellationToken cancellationToken) =>
        db.Roles.AsTracking().SingleOrDefaultAsync(role => role.Id == id, cancellationToken);

    public Task<Role?> FindByNameAsync(OrganizationId organization, string name, CancellationToken cancellationToken)
    {
        var key = NameKey.Of(name);
        return db.Roles.AsTracking().SingleOrDefaultAsync(role => role.OrganizationId == organization && role.NameKey == key, cancellationToken);
    }

    public async Task<IReadOnlyList<Role>> FindAsync(IReadOnlyCollection<RoleId> ids, CancellationToken cancellationToken) =>
        await db.Roles.Where(role => ids.Contains(role.Id)).ToListAsync(cancellationToken);

    public void Add(Role role) => db.Roles.Add(role);

    public void Remove(Role role) => db.Roles.Remove(role);

    public Task<int> CountUsersAsync(RoleId role, CancellationToken cancellationToken) =>
        db.UserRoles.CountAsync(link => link.RoleId == role, cancellationToken);

    public async Task<IReadOnlyList<Permission>> ListPermissionsAsync(CancellationToken cancellationToken) =>
        await db.Permissions.OrderBy(permission => permission.Name).ToListAsync(cancellationToken);

    public Task<Permission?> FindPermissionAsync(PermissionId id, CancellationToken cancellationToken) =>
        db.Permissions.AsTracking().SingleOrDefaultAsync(permission => permission.Id == id, cancellationToken);

    public void Add(Permission permission) => db.Permissions.Add(permission);

    public void Remove(Permission permission)
    {
        db.RolePermissions.RemoveRange(db.RolePermissions.Where(link => link.PermissionId == permission.Id));
        db.Permissions.Remove(permission);
    }

    public Task<bool> IsPermissionTakenAsync(string name, string resource, string action, PermissionId? except, CancellationToken cancellationToken)
    {
        var others = except is { } own ? db.Permissions.Where(permission => permission.Id != own) : db.Permissions;
        return others.AnyAsync(permission => permission.Name == name || (permission.Resource == resource && permission.Action == action), cancellationToken);
    }

    public async Task<IReadOnlyList<PermissionId>> ListPermissionsAsync(RoleId role, CancellationToken cancellationToken) =>
        await db.RolePermissions.Where(link => link.RoleId == role).Select(link => link.PermissionId).ToListAsync(cancellationToken);

    public void Add(RolePermission link) => db.RolePermissions.Add(link);

    public void Remove(RolePermission link) => db.RolePermissions.Remove(link);

    public async Task<IReadOnlyList<RoleId>> ListRolesAsync(UserId user, OrganizationId organization, CancellationToken cancellationToken) =>
        await db.UserRoles.Where(link => link.UserId == user && db.Roles.Any(role => role.Id == link.RoleId && role.OrganizationId == organization))
            .Select(link => link.RoleId).ToListAsync(cancellationToken);

    public void Add(UserRole link) => db.UserRoles.Add(link);

    public void Remove(UserRole link) => db.UserRoles.Remove(link);
}
