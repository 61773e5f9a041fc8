using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Locations;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Locations;

internal sealed class LocationDirectory(IDbContextFactory<ModuleXDbContext> contexts) : ILocationDirectory
{
    public async Task<Location?> FindAsync(TenantId tenant, LocationId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.Locations.SingleOrDefaultAsync(location => location.Id == id, cancellationToken);
    }

    public async Task<Page<LocationView>> ListAsync(TenantId tenant, LocationFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await Matching(db.Locations, filter)
            .OrderByDescending(location => location.CreatedAt).ThenByDescending(location => location.Id)
            .ToPageAsync(page, LocationView.Of, cancellationToken);
    }

    public async Task<IReadOnlyList<UserLocationView>> ListOfUserAsync(
        TenantId tenant, UserId user, OrganizationId? organization, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var rows = await (
            from link in db.UserLocations
            join location in Matching(db.Locations, new LocationFilter(organization)) on link.LocationId equals location.Id
            where link.UserId == user
            orderby link.IsPrimary descending, location.Name, location.Id
            select new { link.IsPrimary, location })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new UserLocationView(user, row.IsPrimary, LocationView.Of(row.location)))];
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
        return await rows.ToPageAsync(
            page, row => new LocationUserView(row.Id, row.Email, row.Username, row.FirstName, row.LastName, row.IsActive, row.IsPrimary), cancellationToken);
    }

    private static IQueryable<Location> Matching(IQueryable<Location> locations, LocationFilter filter)
    {
        if (filter.Organization is { } organization) locations = locations.Where(location => location.OrganizationId == organization);
        if (filter.IsActive is { } active) locations = locations.Where(location => location.IsActive == active);
        return filter.Search?.Trim() is { Length: > 0 } search ? Containing(locations, search) : locations;
    }

    /// <summary>
    /// An organization has few locations, so they are looked through. The text as it was given is looked for, too: SQLite's lower case is that of
    /// ASCII only.
    /// </summary>
    [SuppressMessage("Performance", "CA1862", Justification = "Only this form is translated into SQL.")]
    private static IQueryable<Location> Containing(IQueryable<Location> locations, string search)
    {
        var key = NameKey.Of(search);
        return locations.Select(location => new { location, Text = location.Name + "\n" + location.Code + "\n" + (location.Description ?? "") })
            .Where(row => row.Text.ToLower().Contains(key) || row.Text.Contains(search))
            .Select(row => row.location);
    }
}
