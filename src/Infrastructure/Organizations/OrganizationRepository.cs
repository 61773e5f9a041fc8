using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Organizations;

internal sealed class OrganizationRepository(IDbContextFactory<ModuleXDbContext> contexts) : IOrganizationRepository
{
    public async Task<Tenant?> FindTenantAsync(string domain, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Tenants.SingleOrDefaultAsync(tenant => tenant.Domain == domain && tenant.DeactivatedAt == null, cancellationToken);
    }

    public async Task<Organization?> FindAsync(TenantId tenant, string slug, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.Organizations.SingleOrDefaultAsync(organization => organization.Slug == slug, cancellationToken);
    }

    public async Task<Organization?> FindAsync(TenantId tenant, OrganizationId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.Organizations.SingleOrDefaultAsync(organization => organization.Id == id, cancellationToken);
    }
}
