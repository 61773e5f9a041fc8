using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Identity;

internal sealed class RefreshTokenTenants(IDbContextFactory<ModuleXDbContext> contexts) : IRefreshTokenTenants
{
    public async Task<TenantId?> FindTenantAsync(string refreshTokenHash, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RefreshTokens.AcrossTenants()
            .Where(token => token.Hash == refreshTokenHash && db.Tenants.Any(tenant => tenant.Id == token.TenantId && tenant.DeactivatedAt == null))
            .Select(token => (TenantId?)token.TenantId).SingleOrDefaultAsync(cancellationToken);
    }
}
