using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Configuration;
using ModuleX.Application.Paging;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Configuration;

internal sealed class ConfigurationDirectory(IDbContextFactory<ModuleXDbContext> contexts) : IConfigurationDirectory
{
    public async Task<(TenantConfig? Configuration, DateTimeOffset TenantCreatedAt)> FindAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var createdAt = await db.Tenants.Where(row => row.Id == tenant).Select(row => row.CreatedAt).SingleOrDefaultAsync(cancellationToken);
        return (await db.TenantConfigs.SingleOrDefaultAsync(row => row.TenantId == tenant, cancellationToken), createdAt);
    }

    public async Task<Page<ConfigRecord>> ListRecordsAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.ConfigRecords.OrderByDescending(record => record.ChangedAt).ThenByDescending(record => record.Id)
            .ToPageAsync(page, record => record, cancellationToken);
    }

    public async Task<IReadOnlyList<ConfigProfile>> ListProfilesAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.ConfigProfiles.OrderBy(profile => profile.NameKey).ToListAsync(cancellationToken);
    }

    public async Task<ConfigProfile?> FindProfileAsync(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.ConfigProfiles.SingleOrDefaultAsync(profile => profile.Id == id, cancellationToken);
    }

    public async Task<UserPreferences?> FindPreferencesAsync(TenantId tenant, UserId user, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.UserPreferences.SingleOrDefaultAsync(preferences => preferences.UserId == user, cancellationToken);
    }
}
