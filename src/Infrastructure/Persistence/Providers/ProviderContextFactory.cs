using Microsoft.EntityFrameworkCore;

namespace ModuleX.Infrastructure.Persistence.Providers;

/// <summary>Hands out a provider's contexts as the one model that everybody else knows.</summary>
internal sealed class ProviderContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<ModuleXDbContext>
    where TContext : ModuleXDbContext
{
    public ModuleXDbContext CreateDbContext() => inner.CreateDbContext();

    public async Task<ModuleXDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await inner.CreateDbContextAsync(cancellationToken);
}
