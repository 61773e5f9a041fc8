using Microsoft.EntityFrameworkCore;

namespace ModuleX.Infrastructure.Persistence.Providers;

/// <summary>Hands out a provider's contexts as the one model that everybody else knows.</summary>
internal sealed class ProviderContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<ModuleXDbContext>
    where TContext : ModuleXDbContext
{
    public ModuleXDbContext CreateDbContext() => WithoutTenant(inner.CreateDbContext());

    public async Task<ModuleXDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        WithoutTenant(await inner.CreateDbContextAsync(cancellationToken));

    /// <summary>A pooled context still has the tenant of its user before.</summary>
    private static ModuleXDbContext WithoutTenant(ModuleXDbContext db)
    {
        db.Tenant = default;
        return db;
    }
}
