using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Access;

internal sealed class GrantedPermissions(IDbContextFactory<ModuleXDbContext> contexts) : IGrantedPermissions
{
    public async Task<IReadOnlyList<string>> ListAsync(TenantId tenant, UserId user, OrganizationId organization, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await (
            from link in db.UserRoles
            join role in db.Roles on link.RoleId equals role.Id
            join granted in db.RolePermissions on role.Id equals granted.RoleId
            join permission in db.Permissions on granted.PermissionId equals permission.Id
            where link.UserId == user && role.OrganizationId == organization && role.IsActive
            select permission.Name)
            .Distinct().ToListAsync(cancellationToken);
    }
}
