using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Tenancy;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Tenancy;

internal sealed class TenantStore(ModuleXDbContext db) : ITenantStore
{
    public Task<Tenant?> FindAsync(TenantId id, CancellationToken cancellationToken) =>
        db.Tenants.AsTracking().SingleOrDefaultAsync(tenant => tenant.Id == id && tenant.DeletedAt == null, cancellationToken);

    public Task<bool> IsDomainTakenAsync(string domain, TenantId? except, CancellationToken cancellationToken)
    {
        var others = except is { } own ? db.Tenants.Where(tenant => tenant.Id != own) : db.Tenants;
        return others.AnyAsync(tenant => tenant.Domain == domain && tenant.DeletedAt == null, cancellationToken);
    }

    public void Add(Tenant tenant) => db.Tenants.Add(tenant);

    public Task DeleteKeysAsync(TenantId id, CancellationToken cancellationToken) =>
        db.DataKeys.Where(row => row.TenantId == id).ExecuteDeleteAsync(cancellationToken);
}
