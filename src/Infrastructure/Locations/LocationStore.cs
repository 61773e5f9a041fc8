using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Locations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Locations;

internal sealed class LocationStore(ModuleXDbContext db) : ILocationStore
{
    public Task<Location?> FindAsync(LocationId id, CancellationToken cancellationToken) =>
        db.Locations.AsTracking().SingleOrDefaultAsync(location => location.Id == id, cancellationToken);

    public async Task<IReadOnlyList<Location>> FindAsync(IReadOnlyCollection<LocationId> ids, CancellationToken cancellationToken) =>
        await db.Locations.Where(location => ids.Contains(location.Id)).ToListAsync(cancellationToken);

    public Task<bool> IsCodeTakenAsync(OrganizationId organization, string code, CancellationToken cancellationToken) =>
        db.Locations.AnyAsync(location => location.OrganizationId == organization && location.Code == code, cancellationToken);

    public void Add(Location location) => db.Locations.Add(location);

    public void Remove(Location location) => db.Locations.Remove(location);

    public Task<int> CountUsersAsync(LocationId location, CancellationToken cancellationToken) =>
        db.UserLocations.CountAsync(link => link.LocationId == location, cancellationToken);

    public async Task<IReadOnlyList<UserLocation>> ListOfUserAsync(UserId user, OrganizationId organization, CancellationToken cancellationToken) =>
        await db.UserLocations.Where(
            link => link.UserId == user && db.Locations.Any(location => location.Id == link.LocationId && location.OrganizationId == organization))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<UserLocation>> TakeAllAsync(UserId user, CancellationToken cancellationToken)
    {
        // Writes nothing new, but locks the row: of two assignments at once the later one must see, and replace, what the earlier one has made.
        await db.Users.Where(row => row.Id == user).ExecuteUpdateAsync(row => row.SetProperty(one => one.UpdatedAt, one => one.UpdatedAt), cancellationToken);
        var places = await db.UserLocations.Where(link => link.UserId == user).ToListAsync(cancellationToken);
        await db.UserLocations.Where(link => link.UserId == user).ExecuteDeleteAsync(cancellationToken);
        return places;
    }

    public void Add(UserLocation link) => db.UserLocations.Add(link);

    public void Remove(UserLocation link) => db.UserLocations.Remove(link);
}
