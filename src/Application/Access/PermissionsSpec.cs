using Ardalis.Specification;
using ModuleX.Domain.Access;

namespace ModuleX.Application.Access;

/// <summary>All permissions of the tenant, in no order: the collations of databases differ. Super admins write them one by one, so they are few.</summary>
internal sealed class PermissionsSpec : Specification<Permission>;

internal sealed class PermissionByIdSpec : Specification<Permission>
{
    public PermissionByIdSpec(PermissionId id) => Query.Where(permission => permission.Id == id);
}
