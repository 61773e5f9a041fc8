using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Identity;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security;

/// <summary>What tenants have decided of their configuration, in memory.</summary>
internal sealed class TenantConfigs(IDbContextFactory<ModuleXDbContext> contexts, AccessNotices notices, AccessWatch watch) : ILoginSessionLimits
{
    private const int Capacity = 10_000;

    private readonly WatchedCache<TenantId, Decided> _decided = new(Capacity, static (decided, subject) => decided.Tenant.Value == subject, notices, watch);

    /// <summary>Null where the tenant has decided nothing.</summary>
    public ValueTask<TenantConfig?> FindAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _decided.TryGet(tenant, out var known) ? new(known.Configuration) : new(ReadAsync(tenant, cancellationToken));

    public async ValueTask<TimeSpan?> FindIdleLimitAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await FindAsync(tenant, cancellationToken))?.IdleLimit;

    private async Task<TenantConfig?> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var forgets = _decided.Forgets;
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var configuration = await db.TenantConfigs.SingleOrDefaultAsync(cancellationToken);
        _decided.Keep(tenant, new Decided(tenant, configuration), forgets);
        return configuration;
    }

    private sealed record Decided(TenantId Tenant, TenantConfig? Configuration);
}
