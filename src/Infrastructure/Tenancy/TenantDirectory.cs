using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Paging;
using ModuleX.Application.Tenancy;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Tenancy;

internal sealed class TenantDirectory(IDbContextFactory<ModuleXDbContext> contexts) : ITenantDirectory
{
    public async Task<TenantView?> FindAsync(TenantId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Tenants.SingleOrDefaultAsync(tenant => tenant.Id == id && tenant.DeletedAt == null, cancellationToken) is { } tenant
            ? TenantView.Of(tenant) : null;
    }

    public async Task<Page<TenantView>> ListAsync(TenantListFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Matching(db.Tenants, filter).OrderBy(tenant => tenant.Domain).ToPageAsync(page, TenantView.Of, cancellationToken);
    }

    private static IQueryable<Tenant> Matching(IQueryable<Tenant> tenants, TenantListFilter filter)
    {
        tenants = tenants.Where(tenant => tenant.DeletedAt == null);
        if (filter.IsActive == true) tenants = tenants.Where(tenant => tenant.DeactivatedAt == null);
        if (filter.IsActive == false) tenants = tenants.Where(tenant => tenant.DeactivatedAt != null);
        if (filter.Search is not { } search || NameKey.Of(search) is not { Length: > 0 } key) return tenants;
        // SQLite lowers ASCII only, so a name with other letters is also looked for as it was written.
        var written = search.Trim();
#pragma warning disable CA1862 // The databases have no comparison, only lower().
        return tenants.Where(
            tenant => tenant.Domain.Contains(key) || (tenant.Name != null && (tenant.Name.ToLower().Contains(key) || tenant.Name.Contains(written))));
#pragma warning restore CA1862
    }
}
