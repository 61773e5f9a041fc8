using Microsoft.EntityFrameworkCore;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

/// <summary>The tenant to which records without a caller go.</summary>
internal sealed class RecordTenants(IDbContextFactory<ModuleXDbContext> contexts)
{
    private TenantId _default;

    public async ValueTask<TenantId> DefaultAsync(CancellationToken cancellationToken)
    {
        if (_default != default) return _default;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return _default = await db.Tenants.Where(tenant => tenant.Domain == Tenant.DefaultDomain).Select(tenant => tenant.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
