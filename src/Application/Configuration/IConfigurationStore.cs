using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;

namespace ModuleX.Application.Configuration;

/// <summary>
/// The configuration of a unit of work's tenant, its profiles and its users' preferences. What is found may be changed; the commit writes it.
/// </summary>
public interface IConfigurationStore
{
    /// <summary>Null where nothing was decided yet.</summary>
    Task<TenantConfig?> FindAsync(CancellationToken cancellationToken);

    void Add(TenantConfig configuration);

    void Add(ConfigRecord record);

    Task<ConfigProfile?> FindProfileAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Another profile than <paramref name="except"/> has the name, without regard to case.</summary>
    Task<bool> IsProfileNameTakenAsync(string name, Guid? except, CancellationToken cancellationToken);

    void Add(ConfigProfile profile);

    void Remove(ConfigProfile profile);

    /// <summary>Null where the user has none. A second one who asks for the same user's waits until this unit of work has ended.</summary>
    Task<UserPreferences?> HoldPreferencesAsync(UserId user, CancellationToken cancellationToken);

    void Add(UserPreferences preferences);
}
