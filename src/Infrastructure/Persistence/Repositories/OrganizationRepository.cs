using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Ports;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Persistence.Repositories;

internal sealed class OrganizationRepository(IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider) : IOrganizationRepository
{
    public async Task<Tenant?> FindTenantAsync(string domain, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Tenants.SingleOrDefaultAsync(tenant => tenant.Domain == domain, cancellationToken);
    }

    public async Task<Organization?> FindAsync(TenantId tenant, string slug, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Organizations.SingleOrDefaultAsync(organization => organization.TenantId == tenant && organization.Slug == slug, cancellationToken);
    }

    public async Task<IReadOnlyList<Organization>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Organizations
            .Where(organization => organization.TenantId == tenant)
            .OrderBy(organization => organization.Slug)
            .ToListAsync(cancellationToken);
    }

    public async Task<Result<Done>> AddAsync(Organization organization, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Organizations.Add(organization);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.Result;
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            return OrganizationErrors.SlugTaken(organization.Slug);
        }
    }
}
