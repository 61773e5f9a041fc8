using Microsoft.EntityFrameworkCore;
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
        var tenant = await db.Tenants.SingleOrDefaultAsync(tenant => tenant.Domain == Tenant.DefaultDomain, cancellationToken);
        if (tenant is not null && await db.Organizations.AnyAsync(organization => organization.TenantId == tenant.Id && organization.IsDefault, cancellationToken)) return;
        var now = time.GetUtcNow();
        if (tenant is null)
        {
            tenant = new Tenant(new TenantId(Guid.CreateVersion7(now)), Tenant.DefaultDomain, now);
            db.Tenants.Add(tenant);
        }
        db.Organizations.Add(Organization
            .Create(new OrganizationId(Guid.CreateVersion7(now)), tenant.Id, Organization.DefaultSlug, OrganizationName, isDefault: true, now).Required());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            // A command that was started at the same time has made them.
        }
    }
}
