using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

/// <summary>What holds when several people change the members of an organization at once.</summary>
public abstract class MembershipTests(TestDatabase database)
{
    private IUnitsOfWork Units => database.Main.Get<IUnitsOfWork>();

    [ProviderFact]
    public async Task Last_place_is_taken_once()
    {
        var organization = await NewOrganizationAsync(maxUsers: 1);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TakeAsync(organization))));

        taken.Count(one => one).ShouldBe(1);
    }

    [ProviderFact]
    public async Task Two_owners_who_leave_at_once_leave_one_behind()
    {
        var organization = await NewOrganizationAsync(maxUsers: 2);
        UserId[] owners = [await database.Main.AddMemberAsync(organization, "ann", MembershipRole.Owner),
            await database.Main.AddMemberAsync(organization, "bob", MembershipRole.Owner)];

        TaskCompletionSource firstCounted = new(), secondCounted = new();
        var first = Task.Run(() => LeaveAsync(organization, owners[0], firstCounted, secondCounted.Task));
        await firstCounted.Task;
        var second = Task.Run(() => LeaveAsync(organization, owners[1], secondCounted, Task.CompletedTask));
        var left = await Task.WhenAll(first, second);

        left.Count(one => one).ShouldBe(1);
        await using var work = await Units.BeginAsync(organization.TenantId, default);
        (await work.Organizations.CountOwnersAsync(organization.Id, default)).ShouldBe(1);
    }

    private async Task<bool> TakeAsync(Organization organization)
    {
        await using var work = await Units.BeginAsync(organization.TenantId, default);
        if (!await work.Organizations.TryTakePlaceAsync(organization.Id, default)) return false;
        (await work.CommitAsync(default)).Required();
        return true;
    }

    /// <param name="counted">Set when the owners are counted.</param>
    /// <param name="tooEarly">What must not happen before the end; it is given a moment to.</param>
    private async Task<bool> LeaveAsync(Organization organization, UserId owner, TaskCompletionSource counted, Task tooEarly)
    {
        await using var work = await Units.BeginAsync(organization.TenantId, default);
        var owners = await work.Organizations.CountOwnersAsync(organization.Id, default);
        counted.SetResult();
        if (owners == 1) return false;
        work.Organizations.Remove((await work.Organizations.FindMembershipAsync(organization.Id, owner, default))!);
        await Task.WhenAny(tooEarly, Task.Delay(TimeSpan.FromMilliseconds(500)));
        (await work.CommitAsync(default)).Required();
        return true;
    }

    private async Task<Organization> NewOrganizationAsync(int maxUsers)
    {
        var standing = await database.Main.AddTenantAsync();
        var organization = Organization.Create(
            new OrganizationId(Guid.CreateVersion7()), standing.TenantId, "team", "Team", isDefault: false, StoredToolSessions.Now).Required();
        organization.Change(new OrganizationChange(MaxUsers: maxUsers), StoredToolSessions.Now).Required();
        await using var db = database.Main.OpenContext();
        db.Add(organization);
        await db.SaveChangesAsync();
        return organization;
    }
}

[Provider("sqlite")]
public sealed class SqliteMembershipTests(SqliteDatabase database) : MembershipTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlMembershipTests(PostgreSqlDatabase database) : MembershipTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerMembershipTests(SqlServerDatabase database) : MembershipTests(database), IClassFixture<SqlServerDatabase>;
