using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Locations;

/// <summary>The locations of a unit of work's tenant, and who is assigned to them. What is found may be changed; the commit writes it.</summary>
public interface ILocationStore
{
    Task<Location?> FindAsync(LocationId id, CancellationToken cancellationToken);

    /// <summary>Those that there are, in no order.</summary>
    Task<IReadOnlyList<Location>> FindAsync(IReadOnlyCollection<LocationId> ids, CancellationToken cancellationToken);

    Task<bool> IsCodeTakenAsync(OrganizationId organization, string code, CancellationToken cancellationToken);

    void Add(Location location);

    void Remove(Location location);

    Task<int> CountUsersAsync(LocationId location, CancellationToken cancellationToken);

    /// <summary>The places of a user in an organization.</summary>
    Task<IReadOnlyList<UserLocation>> ListOfUserAsync(UserId user, OrganizationId organization, CancellationToken cancellationToken);

    /// <summary>
    /// Takes all places from a user at once, and gives what they were. A second one for the same user waits until this unit of work has ended.
    /// </summary>
    Task<IReadOnlyList<UserLocation>> TakeAllAsync(UserId user, CancellationToken cancellationToken);

    void Add(UserLocation link);

    void Remove(UserLocation link);
}
