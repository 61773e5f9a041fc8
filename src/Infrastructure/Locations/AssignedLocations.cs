using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Locations;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Locations;

internal sealed class AssignedLocations(IDbContextFactory<ModuleXDbContext> contexts) : IAssignedLocations
{
    public async Task<IReadOnlyList<UserLocationView>> ListOfUserAsync(
        TenantId tenant, UserId user, OrganizationId? organization, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var rows = await (
            from link in db.UserLocations
            join location in db.Locations on link.LocationId equals location.Id
            where link.UserId == user && (organization == null || location.OrganizationId == organization)
            orderby link.IsPrimary descending, location.Name, location.Id
            select new { link.IsPrimary, location })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new UserLocationView(user, row.IsPrimary, row.location.To<LocationView>()))];
    }

    public async Task<Page<LocationUserView>> ListUsersAsync(TenantId tenant, LocationId location, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        // No join clause, for the reason in MemberQueries.
        var rows =
            from link in db.UserLocations
            from user in db.Users
            where link.LocationId == location && user.Id == link.UserId
            orderby user.UsernameKey, user.Id
            select new { user.Id, user.Email, user.Username, user.FirstName, user.LastName, user.IsActive, link.IsPrimary };
        return (await rows.ToPageAsync(page, cancellationToken))
            .Select(row => new LocationUserView(row.Id, row.Email, row.Username, row.FirstName, row.LastName, row.IsActive, row.IsPrimary));
    }
}
