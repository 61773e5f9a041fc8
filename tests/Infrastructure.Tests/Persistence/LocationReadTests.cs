using ModuleX.Application.Locations;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

public abstract class LocationReadTests(TestDatabase database)
{
    private IReader<Location> Locations => database.Main.Get<IReader<Location>>();

    private IAssignedLocations Assigned => database.Main.Get<IAssignedLocations>();

    [ProviderFact]
    public async Task Locations_are_found_by_a_part_of_what_is_said_of_them()
    {
        var organization = await database.Main.AddTenantAsync();
        await AddAsync(organization, "HQ", "ÜBERSEE Office", "Where the 100% work is done");
        await AddAsync(organization, "STORE_1", "Store", null);

        (await FoundAsync("office")).ShouldBe(["HQ"]);
        (await FoundAsync("ÜBERSEE")).ShouldBe(["HQ"]);
        (await FoundAsync("store_")).ShouldBe(["STORE_1"]);
        (await FoundAsync("0%")).ShouldBe(["HQ"]);
        (await FoundAsync("_")).ShouldBe(["STORE_1"], "not any character");
        (await FoundAsync(" ")).Length.ShouldBe(2);

        async Task<string[]> FoundAsync(string search) =>
            [.. (await Locations.PageAsync<LocationView>(
                organization.TenantId, new LocationsSpec(organization.Id, search, null), new PageRequest(0, 10),
                default)).Items.Select(one => one.Code).Order()];
    }

    [ProviderFact]
    public async Task Another_tenant_sees_nothing()
    {
        var (organization, other) = (await database.Main.AddTenantAsync(), await database.Main.AddTenantAsync());
        var location = await AddAsync(organization, "HQ", "Office", null);

        (await Locations.FindAsync(other.TenantId, new LocationByIdSpec(location.Id), default)).ShouldBeNull();
        (await Locations.PageAsync(other.TenantId, new LocationsSpec(null, null, null), new PageRequest(0, 10), default)).Total.ShouldBe(0);
    }

    [ProviderFact]
    public async Task A_user_has_one_primary_location()
    {
        var organization = await database.Main.AddTenantAsync();
        var user = await AddUserAsync(organization);
        var (first, second) = (await AddAsync(organization, "A", "A", null), await AddAsync(organization, "B", "B", null));

        (await AssignAsync(user, first, second)).Error.ShouldBe(ConcurrencyErrors.LostRace);

        (await Assigned.ListOfUserAsync(organization.TenantId, user.Id, null, default)).ShouldBeEmpty();
    }

    [ProviderFact]
    public async Task The_primary_location_can_be_exchanged_in_one_step()
    {
        var organization = await database.Main.AddTenantAsync();
        var user = await AddUserAsync(organization);
        var (first, second) = (await AddAsync(organization, "A", "A", null), await AddAsync(organization, "B", "B", null));
        (await AssignAsync(user, first)).Required();

        (await AssignAsync(user, second)).Required();

        var places = await Assigned.ListOfUserAsync(organization.TenantId, user.Id, organization.Id, default);
        places.Select(place => (place.Location.Code, place.IsPrimary)).ShouldBe([("B", true)]);
        var users = await Assigned.ListUsersAsync(organization.TenantId, second.Id, new PageRequest(0, 10), default);
        users.Items.Select(one => (one.User, one.IsPrimary)).ShouldBe([(user.Id, true)]);
    }

    [ProviderFact]
    public async Task Two_assignments_at_once_leave_one_of_them_whole()
    {
        var organization = await database.Main.AddTenantAsync();
        var user = await AddUserAsync(organization);
        var (first, second) = (await AddAsync(organization, "A", "A", null), await AddAsync(organization, "B", "B", null));

        var outcomes = await Task.WhenAll(AssignAsync(user, first), AssignAsync(user, second));

        outcomes.ShouldAllBe(outcome => outcome.Error == null);
        (await Assigned.ListOfUserAsync(organization.TenantId, user.Id, null, default)).Count.ShouldBe(1);
    }

    [ProviderFact]
    public async Task A_location_that_is_assigned_while_it_is_deleted_stays()
    {
        var organization = await database.Main.AddTenantAsync();
        var (user, location) = (await AddUserAsync(organization), await AddAsync(organization, "A", "A", null));
        (await AssignAsync(user, location)).Required();
        await using var work = await database.Main.Get<IUnitsOfWork>().BeginAsync(organization.TenantId, default);

        work.Locations.Remove((await work.Locations.FindAsync(location.Id, default))!);

        (await work.CommitAsync(default)).Error.ShouldBe(ConcurrencyErrors.LostRace);
    }

    [ProviderFact]
    public async Task A_location_that_is_deleted_while_it_is_assigned_is_a_lost_race()
    {
        var organization = await database.Main.AddTenantAsync();
        var user = await AddUserAsync(organization);

        (await AssignAsync(user, New(organization, "A", "A", null))).Error.ShouldBe(ConcurrencyErrors.LostRace);
    }

    [ProviderFact]
    public async Task A_code_that_two_ask_for_at_once_is_told_as_taken()
    {
        var organization = await database.Main.AddTenantAsync();
        await AddAsync(organization, "HQ", "Office", null);
        await using var work = await database.Main.Get<IUnitsOfWork>().BeginAsync(organization.TenantId, default);

        work.Locations.Add(New(organization, "HQ", "Other", null));

        (await work.CommitAsync(default)).Error.ShouldBe(LocationErrors.CodeTaken);
    }

    /// <summary>Takes all places from the user and gives these, each as the primary one.</summary>
    private async Task<Result<Done>> AssignAsync(User user, params Location[] locations)
    {
        await using var work = await database.Main.Get<IUnitsOfWork>().BeginAsync(user.TenantId, default);
        await work.Locations.TakeAllAsync(user.Id, default);
        foreach (var location in locations) work.Locations.Add(new UserLocation(user.TenantId, user.Id, location.Id, IsPrimary: true, StoredToolSessions.Now));
        return await work.CommitAsync(default);
    }

    private async Task<Location> AddAsync(Organization organization, string code, string name, string? description)
    {
        var location = New(organization, code, name, description);
        await SaveAsync(location);
        return location;
    }

    private async Task<User> AddUserAsync(Organization organization)
    {
        var name = $"u{Guid.NewGuid():N}";
        var user = User.Create(
            new UserId(Guid.CreateVersion7()), organization.TenantId, 1, $"{name}@example.com", name, null, null, "hash", SystemRole.User,
            organization.Id, StoredToolSessions.Now);
        await SaveAsync(user);
        return user;
    }

    private async Task SaveAsync(object entity)
    {
        await using var db = database.Main.OpenContext();
        db.Add(entity);
        await db.SaveChangesAsync();
    }

    private static Location New(Organization organization, string code, string name, string? description) => Location.Create(
        new LocationId(Guid.CreateVersion7()), organization.TenantId, organization.Id, code,
        new LocationFacts(name, description, null, null, null, null, null), StoredToolSessions.Now);
}

[Provider("sqlite")]
public sealed class SqliteLocationReadTests(SqliteDatabase database) : LocationReadTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlLocationReadTests(PostgreSqlDatabase database) : LocationReadTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerLocationReadTests(SqlServerDatabase database) : LocationReadTests(database), IClassFixture<SqlServerDatabase>;
