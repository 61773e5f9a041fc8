using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Access;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Access;

internal sealed class ApiKeyRepository(IDbContextFactory<ModuleXDbContext> contexts) : IApiKeyRepository
{
    public async Task AddAsync(ApiKey key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ApiKey>> ListAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ApiKeys.AcrossTenants()
            .Where(key => key.OrganizationId == organization)
            .OrderByDescending(key => key.CreatedAt).ThenByDescending(key => key.Id)
            .ToListAsync(cancellationToken);
    }

    public async Task<ApiKey?> FindByHashAsync(string hash, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ApiKeys.AcrossTenants()
            .SingleOrDefaultAsync(
                key => key.Hash == hash && db.Organizations.AcrossTenants().Any(organization => organization.Id == key.OrganizationId && organization.IsActive)
                && db.Tenants.Any(tenant => tenant.Id == key.TenantId && tenant.DeactivatedAt == null), cancellationToken);
    }

    public async Task<bool> RevokeAsync(ApiKeyId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ApiKeys.AcrossTenants().AsTracking().SingleOrDefaultAsync(key => key.Id == id, cancellationToken) is not { } key) return false;
        key.Revoke(now);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
