using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Access;
using ModuleX.Application.Paging;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Access;

internal sealed class RoleDirectory(IDbContextFactory<ModuleXDbContext> contexts) : IRoleDirectory
{
    public async Task<Role?> FindAsync(TenantId tenant, RoleId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await Standing(db).SingleOrDefaultAsync(role => role.Id == id, cancellationToken);
    }

    public async Task<Page<RoleView>> ListAsync(TenantId tenant, RoleFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await Matching(Standing(db), filter).OrderByDescending(role => role.CreatedAt).ThenByDescending(role => role.Id)
            .ToPageAsync(page, RoleView.Of, cancellationToken);
    }

    public async Task<Permission?> FindPermissionAsync(TenantId tenant, PermissionId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.Permissions.SingleOrDefaultAsync(permission => permission.Id == id, cancellationToken);
    }

    public async Task<IReadOnlyList<Permission>> ListPermissionsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        // In memory, as the databases' collations order differently.
        return [.. (await db.Permissions.ToListAsync(cancellationToken)).OrderBy(permission => permission.Name, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<string>> ListGrantedAsync(TenantId tenant, UserId user, OrganizationId organization, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var names = await (
            from link in db.UserRoles
            join role in db.Roles on link.RoleId equals role.Id
            join granted in db.RolePermissions on role.Id equals granted.RoleId
            join permission in db.Permissions on granted.PermissionId equals permission.Id
            where link.UserId == user && role.OrganizationId == organization && role.IsActive
            select permission.Name)
            .Distinct().ToListAsync(cancellationToken);
        return [.. names.Order(StringComparer.Ordinal)];
    }

    private static IQueryable<Role> Standing(ModuleXDbContext db) =>
        db.Roles.Where(role => db.Organizations.Any(organization => organization.Id == role.OrganizationId));

    private static IQueryable<Role> Matching(IQueryable<Role> roles, RoleFilter filter)
    {
        if (filter.Organization is { } organization) roles = roles.Where(role => role.OrganizationId == organization);
        if (filter.IsActive is { } active) roles = roles.Where(role => role.IsActive == active);
        if (filter.Search is null || NameKey.Of(filter.Search) is not { Length: > 0 } key) return roles;
        return roles.Where(role => role.NameKey.Contains(key));
    }
}
