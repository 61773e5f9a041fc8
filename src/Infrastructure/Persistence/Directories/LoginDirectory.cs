using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Ports;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Persistence.Directories;

internal sealed class LoginDirectory(IDbContextFactory<ModuleXDbContext> contexts) : ILoginDirectory
{
    public async Task<TenantId?> FindTenantAsync(string refreshTokenHash, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RefreshTokens.AcrossTenants()
            .Where(token => token.Hash == refreshTokenHash && db.Tenants.Any(tenant => tenant.Id == token.TenantId && tenant.DeactivatedAt == null))
            .Select(token => (TenantId?)token.TenantId).SingleOrDefaultAsync(cancellationToken);
    }
}
