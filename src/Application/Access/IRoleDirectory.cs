using ModuleX.Application.Paging;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Access;

/// <summary>Reads roles and permissions. Changes nothing. Roles of deleted organizations are not there.</summary>
public interface IRoleDirectory
{
    Task<Role?> FindAsync(TenantId tenant, RoleId id, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<Page<RoleView>> ListAsync(TenantId tenant, RoleFilter filter, PageRequest page, CancellationToken cancellationToken);

    Task<Permission?> FindPermissionAsync(TenantId tenant, PermissionId id, CancellationToken cancellationToken);

    /// <summary>All of the tenant's, by name.</summary>
    Task<IReadOnlyList<Permission>> ListPermissionsAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>The names of what a user's active roles in an organization allow, by name.</summary>
    Task<IReadOnlyList<string>> ListGrantedAsync(TenantId tenant, UserId user, OrganizationId organization, CancellationToken cancellationToken);
}

/// <summary>Which roles; null does not matter.</summary>
/// <param name="Search">A part of the name, without regard to case.</param>
public sealed record RoleFilter(OrganizationId? Organization = null, string? Search = null, bool? IsActive = null);
