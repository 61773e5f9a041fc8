using Microsoft.EntityFrameworkCore;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>Makes what every installation has: the default tenant and its default organization.</summary>
internal sealed class DefaultTenant(IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, TimeProvider time)
{
    private const string OrganizationName = "Default";

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var tenant = await db.Tenants.SingleOrDefaultAsync(tenant => tenant.Domain == Tenant.DefaultDomain && tenant.DeletedAt == null, cancellationToken);
        var now = time.GetUtcNow();
        if (tenant is null)
        {
            tenant = new Tenant(new TenantId(Guid.CreateVersion7(now)), Tenant.DefaultDomain, now);
            db.Tenants.Add(tenant);
        }
        db.Tenant = tenant.Id;
        if (!await db.Organizations.AnyAsync(organization => organization.IsDefault, cancellationToken))
        {
            db.Organizations.Add(Organization
                .Create(new OrganizationId(Guid.CreateVersion7(now)), tenant.Id, Organization.DefaultSlug, OrganizationName, isDefault: true, now).Required());
        }
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await AddAccessAsync(db, cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            // A command that was started at the same time has made them.
        }
    }

    /// <summary>The starting permissions of every tenant and the starting roles of every organization that have none, as after an upgrade.</summary>
    private async Task AddAccessAsync(ModuleXDbContext db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var tenant in await db.Tenants.Select(tenant => tenant.Id).ToListAsync(cancellationToken))
        {
            db.Tenant = tenant;
            if (await db.Permissions.AnyAsync(cancellationToken)) continue;
            var permissions = StartingAccess.PermissionsOf(tenant, () => Guid.CreateVersion7(now), now);
            db.Permissions.AddRange(permissions);
            foreach (var organization in await db.Organizations.Select(organization => organization.Id).ToListAsync(cancellationToken))
            {
                var (roles, links) = StartingAccess.RolesOf(tenant, organization, permissions, () => Guid.CreateVersion7(now), now);
                db.AddRange(roles);
                db.AddRange(links);
            }
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
