using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Locations;

/// <summary>Reads locations, and who is assigned to them. Changes nothing.</summary>
public interface ILocationDirectory
{
    Task<Location?> FindAsync(TenantId tenant, LocationId id, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<Page<LocationView>> ListAsync(TenantId tenant, LocationFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The places of a user, the primary one first, then by name.</summary>
    /// <param name="organization">Null for those of every organization.</param>
    Task<IReadOnlyList<UserLocationView>> ListOfUserAsync(TenantId tenant, UserId user, OrganizationId? organization, CancellationToken cancellationToken);

    /// <summary>The users of a location by username.</summary>
    Task<Page<LocationUserView>> ListUsersAsync(TenantId tenant, LocationId location, PageRequest page, CancellationToken cancellationToken);
}

/// <summary>Which locations; null does not matter.</summary>
/// <param name="Search">A part of the name, the code or the description, without regard to case.</param>
public sealed record LocationFilter(OrganizationId? Organization = null, string? Search = null, bool? IsActive = null);
