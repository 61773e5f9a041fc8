using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Access;

/// <summary>The roles and permissions of a unit of work's tenant, and who has them. What is found may be changed; the commit writes it.</summary>
public interface IRoleStore
{
    Task<Role?> FindAsync(RoleId id, CancellationToken cancellationToken);

    Task<Role?> FindByNameAsync(OrganizationId organization, string name, CancellationToken cancellationToken);

    /// <summary>Those that there are, in no order.</summary>
    Task<IReadOnlyList<Role>> FindAsync(IReadOnlyCollection<RoleId> ids, CancellationToken cancellationToken);

    void Add(Role role);

    /// <summary>With what it allows.</summary>
    void Remove(Role role);

    Task<int> CountUsersAsync(RoleId role, CancellationToken cancellationToken);

    Task<IReadOnlyList<Permission>> ListPermissionsAsync(CancellationToken cancellationToken);

    Task<Permission?> FindPermissionAsync(PermissionId id, CancellationToken cancellationToken);

    void Add(Permission permission);

    /// <summary>Out of every role, too.</summary>
    void Remove(Permission permission);

    /// <summary>Another permission than <paramref name="except"/> has the name, or the resource and action.</summary>
    Task<bool> IsPermissionTakenAsync(string name, string resource, string action, PermissionId? except, CancellationToken cancellationToken);

    /// <summary>What a role allows.</summary>
    Task<IReadOnlyList<PermissionId>> ListPermissionsAsync(RoleId role, CancellationToken cancellationToken);

    void Add(RolePermission link);

    void Remove(RolePermission link);

    /// <summary>The roles that a user has in an organization.</summary>
    Task<IReadOnlyList<RoleId>> ListRolesAsync(UserId user, OrganizationId organization, CancellationToken cancellationToken);

    void Add(UserRole link);

    void Remove(UserRole link);
}
