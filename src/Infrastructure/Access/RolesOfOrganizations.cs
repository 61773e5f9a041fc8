using ModuleX.Domain.Access;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Access;

/// <summary>Roles of deleted organizations are not found.</summary>
internal sealed class RolesOfOrganizations : IRowSource<Role>
{
    public IQueryable<Role> In(ModuleXDbContext db) => db.Roles.Where(role => db.Organizations.Any(organization => organization.Id == role.OrganizationId));
}
