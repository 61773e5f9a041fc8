using ModuleX.Application.Paging;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Configuration;

/// <summary>Reads configurations. Changes nothing.</summary>
public interface IConfigurationDirectory
{
    /// <summary>
    /// What the tenant has decided, null for nothing, and when the tenant was made; the beginning of time for one that is only about to be made.
    /// </summary>
    Task<(TenantConfig? Configuration, DateTimeOffset TenantCreatedAt)> FindAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<Page<ConfigRecord>> ListRecordsAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken);

    /// <summary>By name.</summary>
    Task<IReadOnlyList<ConfigProfile>> ListProfilesAsync(TenantId tenant, CancellationToken cancellationToken);

    Task<ConfigProfile?> FindProfileAsync(TenantId tenant, Guid id, CancellationToken cancellationToken);

    /// <summary>Null where the user has none.</summary>
    Task<UserPreferences?> FindPreferencesAsync(TenantId tenant, UserId user, CancellationToken cancellationToken);
}
