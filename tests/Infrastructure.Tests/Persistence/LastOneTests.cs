using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

/// <summary>Races about who is the last of a kind, and about roles that are deleted while they are assigned.</summary>
public abstract class LastOneTests(TestDatabase database)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Long enough for a unit of work that does not have to wait to count.</summary>
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(500);

    [ProviderFact]
    public async Task Two_owners_who_deactivate_each_other_are_counted_one_after_the_other()
    {
        var organization = await database.Main.AddTenantAsync();
        var other = await AddOwnerAsync(organization, "other");
        await AddOwnerAsync(organization, "one");

        await using var first = await BeginAsync(organization);
        (await first.Organizations.CountOwnersAsync(organization.Id, default)).ShouldBe(2);
        var second = Task.Run(async () =>
        {
            await using var work = await BeginAsync(organization);
            return await work.Organizations.CountOwnersAsync(organization.Id, default);
        });
        (await Task.WhenAny(second, Task.Delay(HeadStart))).ShouldNotBe(second, "the second one did not wait");
        await DeactivateAsync(first, other);

        (await second.WaitAsync(Patience)).ShouldBe(1);
    }

    [ProviderFact]
    public async Task Two_super_admins_who_deactivate_each_other_are_counted_one_after_the_other()
    {
        var organization = await database.Main.AddTenantAsync();
        var other = await AddOwnerAsync(organization, "other");
        await AddOwnerAsync(organization, "one");

        await using var first = await BeginAsync(organization);
        (await first.Users.CountSuperAdminsAsync(default)).ShouldBe(2);
        var second = Task.Run(async () =>
        {
            await using var work = await BeginAsync(organization);
            return await work.Users.CountSuperAdminsAsync(default);
        });
        (await Task.WhenAny(second, Task.Delay(HeadStart))).ShouldNotBe(second, "the second one did not wait");
        await DeactivateAsync(first, other);

        (await second.WaitAsync(Patience)).ShouldBe(1);
    }

    [ProviderFact]
    public async Task A_role_that_is_gone_when_it_is_given_is_a_lost_race()
    {
        var organization = await database.Main.AddTenantAsync();
        var user = await AddOwnerAsync(organization, "one");

        await using var work = await BeginAsync(organization);
        work.Roles.Add(new UserRole(organization.TenantId, user, new RoleId(Guid.CreateVersion7())));

        (await work.CommitAsync(default)).Error.ShouldBe(ConcurrencyErrors.LostRace);
    }

    private static async Task DeactivateAsync(IUnitOfWork work, UserId id)
    {
        (await work.Users.FindAsync(id, default))!.SetActive(false, DateTimeOffset.UtcNow);
        (await work.CommitAsync(default)).Required();
        await work.DisposeAsync();
    }

    private async Task<UserId> AddOwnerAsync(Organization organization, string name)
    {
        var (id, now) = (new UserId(Guid.CreateVersion7()), database.Main.Time.GetUtcNow());
        await using var work = await BeginAsync(organization);
        work.Users.Add(
            User.Create(id, organization.TenantId, name.Length, $"{name}@example.com", name, null, null, "hash", SystemRole.SuperAdmin, organization.Id, now));
        work.Organizations.Add(new Membership(organization.TenantId, organization.Id, id, MembershipRole.Owner, now));
        (await work.CommitAsync(default)).Required();
        return id;
    }

    private Task<IUnitOfWork> BeginAsync(Organization organization) => database.Main.Get<IUnitsOfWork>().BeginAsync(organization.TenantId, default);
}

[Provider("sqlite")]
public sealed class SqliteLastOneTests(SqliteDatabase database) : LastOneTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlLastOneTests(PostgreSqlDatabase database) : LastOneTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerLastOneTests(SqlServerDatabase database) : LastOneTests(database), IClassFixture<SqlServerDatabase>;
