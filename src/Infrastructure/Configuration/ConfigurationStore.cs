using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Configuration;
using ModuleX.Application.Identity;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Configuration;

internal sealed class ConfigurationStore(ModuleXDbContext db, IUserStore users) : IConfigurationStore
{
    public Task<TenantConfig?> FindAsync(CancellationToken cancellationToken) =>
        db.TenantConfigs.AsTracking().SingleOrDefaultAsync(configuration => configuration.TenantId == db.Tenant, cancellationToken);

    public void Add(TenantConfig configuration) => db.TenantConfigs.Add(configuration);

    public void Add(ConfigRecord record) => db.ConfigRecords.Add(record);

    public Task<ConfigProfile?> FindProfileAsync(Guid id, CancellationToken cancellationToken) =>
        db.ConfigProfiles.AsTracking().SingleOrDefaultAsync(profile => profile.Id == id, cancellationToken);

    public Task<bool> IsProfileNameTakenAsync(string name, Guid? except, CancellationToken cancellationToken)
    {
        var key = NameKey.Of(name);
        var others = except is { } own ? db.ConfigProfiles.Where(profile => profile.Id != own) : db.ConfigProfiles;
        return others.AnyAsync(profile => profile.NameKey == key, cancellationToken);
    }

    public void Add(ConfigProfile profile) => db.ConfigProfiles.Add(profile);

    public void Remove(ConfigProfile profile) => db.ConfigProfiles.Remove(profile);

    public async Task<UserPreferences?> HoldPreferencesAsync(UserId user, CancellationToken cancellationToken)
    {
        // There may be no preferences to lock yet; of two who set different keys at once neither may be lost.
        await users.HoldAsync(user, cancellationToken);
        return await db.UserPreferences.AsTracking().SingleOrDefaultAsync(preferences => preferences.UserId == user, cancellationToken);
    }

    public void Add(UserPreferences preferences) => db.UserPreferences.Add(preferences);
}
