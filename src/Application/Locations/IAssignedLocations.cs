using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Locations;

/// <summary>Reads who has been given which location: joins, which no specification says.</summary>
public interface IAssignedLocations
{
    /// <summary>The places of a user, the primary one first, then by name.</summary>
    /// <param name="organization">Only those of this organization; null for all.</param>
    Task<IReadOnlyList<UserLocationView>> ListOfUserAsync(
        TenantId tenant, UserId user, OrganizationId? organization, CancellationToken cancellationToken);

    /// <summary>The users of a place, by username.</summary>
    Task<Page<LocationUserView>> ListUsersAsync(TenantId tenant, LocationId location, PageRequest page, CancellationToken cancellationToken);
}
