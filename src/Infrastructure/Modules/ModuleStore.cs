using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Modules;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Modules;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Modules;

internal sealed class ModuleStore(ModuleXDbContext db, TimeProvider time) : IModuleStore
{
    public async Task<IReadOnlyList<Module>> HoldAllAsync(CancellationToken cancellationToken)
    {
        // Writes nothing new, but locks a row that everybody who changes modules locks: what one module needs of another must not change in between.
        await db.Tenants.Where(tenant => tenant.Domain == Tenant.DefaultDomain)
            .ExecuteUpdateAsync(row => row.SetProperty(tenant => tenant.CreatedAt, tenant => tenant.CreatedAt), cancellationToken);
        return await db.Modules.AsTracking().ToListAsync(cancellationToken);
    }

    public void Add(Module module) => db.Modules.Add(module);

    public void CountInstall(string name)
    {
        var now = time.GetUtcNow();
        db.ModuleInstalls.Add(new ModuleInstallRow { Id = Guid.CreateVersion7(now), Module = name, InstalledAt = now });
    }

    public Task<int> CountOrganizationsAsync(string name, CancellationToken cancellationToken) =>
        db.Integrations.AcrossTenants().CountAsync(integration => integration.Tool == name, cancellationToken);

    public Task<ModuleRating?> FindRatingAsync(string name, UserId user, CancellationToken cancellationToken) =>
        db.ModuleRatings.AsTracking().SingleOrDefaultAsync(rating => rating.UserId == user && rating.Module == name, cancellationToken);

    public void Add(ModuleRating rating) => db.ModuleRatings.Add(rating);

    public void Remove(ModuleRating rating) => db.ModuleRatings.Remove(rating);
}
