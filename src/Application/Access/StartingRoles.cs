using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Access;

/// <summary>The roles that a new organization starts with.</summary>
internal static class StartingRoles
{
    public static void AddStarting(this IRoleStore store, Organization organization, IEnumerable<Permission> permissions, DateTimeOffset now)
    {
        var (roles, links) = StartingAccess.RolesOf(organization.TenantId, organization.Id, permissions, () => Guid.CreateVersion7(now), now);
        foreach (var role in roles) store.Add(role);
        foreach (var link in links) store.Add(link);
    }
}
