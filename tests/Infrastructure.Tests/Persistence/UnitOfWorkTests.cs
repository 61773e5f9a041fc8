using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Events;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

public abstract class UnitOfWorkTests(TestDatabase database)
{
    [ProviderFact]
    public async Task Nothing_happens_without_a_commit()
    {
        var (organization, user) = await AddUserAsync();
        await using (var work = await database.Main.BeginAsync(organization))
        {
            (await work.Users.FindAsync(user.Id, default))!.Rename("other", null, null, database.Main.Time.GetUtcNow());
            await work.Users.RecordLoginAsync(user.Id, database.Main.Time.GetUtcNow(), default);
            (await work.Organizations.TryTakePlaceAsync(organization.Id, default)).ShouldBeTrue();
            work.Record(EventOf(organization, user));
            work.Announce(user.Id.Value);
        }

        await using var db = await OpenAsync(organization);
        var stored = await db.Users.SingleAsync(row => row.Id == user.Id);
        (stored.Username, stored.TotalLogins, stored.Version).ShouldBe((user.Username, 0, 0));
        (await db.Organizations.SingleAsync()).MemberCount.ShouldBe(0);
        (await db.AuditEntries.CountAsync()).ShouldBe(0);
        (await db.AccessChanges.CountAsync(change => change.Subject == user.Id.Value)).ShouldBe(0);
    }

    [ProviderFact]
    public async Task What_is_recorded_rolls_back_with_what_it_records()
    {
        var (organization, user) = await AddUserAsync();
        var told = new List<Guid>();
        database.Main.Get<AccessNotices>().Listen(told.Add, () => { });
        await using (var slow = await LoseRaceAsync(organization, user))
        {
            slow.Record(EventOf(organization, user));
            slow.Announce(user.Id.Value);
            (await slow.CommitAsync(default)).Error.ShouldBe(ConcurrencyErrors.LostRace);
        }

        await using var db = await OpenAsync(organization);
        (await db.AuditEntries.CountAsync()).ShouldBe(0);
        (await db.AccessChanges.CountAsync(change => change.Subject == user.Id.Value)).ShouldBe(0);
        told.ShouldNotContain(user.Id.Value);
        (await db.Users.SingleAsync(row => row.Id == user.Id)).Username.ShouldBe("winner");
    }

    [ProviderFact]
    public async Task Details_of_a_change_tell_before_and_after_and_no_hash()
    {
        var (organization, user) = await AddUserAsync();
        await using (var work = await database.Main.BeginAsync(organization))
        {
            var changed = (await work.Users.FindAsync(user.Id, default))!;
            changed.Rename("other", "Ada", null, database.Main.Time.GetUtcNow());
            changed.SetPassword("another-hash", database.Main.Time.GetUtcNow());
            changed.SetRole(SystemRole.SuperAdmin, database.Main.Time.GetUtcNow());
            work.Record(EventOf(organization, user).With("reason", "a test"));
            (await work.CommitAsync(default)).Required();
        }

        await using var db = await OpenAsync(organization);
        var details = (await db.AuditEntries.SingleAsync()).Details;
        var changes = JsonElement.Parse(details).GetProperty("changes");
        JsonElement.Parse(details).GetProperty("reason").GetString().ShouldBe("a test");
        changes.EnumerateObject().Select(field => field.Name).ShouldBe(["username", "first_name", "password_hash", "role"], ignoreOrder: true);
        changes.GetProperty("username").ToString().ShouldBe($$"""{"from":"{{user.Username}}","to":"other"}""");
        changes.GetProperty("first_name").ToString().ShouldBe("""{"from":null,"to":"Ada"}""");
        changes.GetProperty("role").ToString().ShouldBe("""{"from":"user","to":"super_admin"}""");
        changes.GetProperty("password_hash").ToString().ShouldBe("""{"from":"***","to":"***"}""");
        details.ShouldNotContain("another-hash");
    }

    [ProviderFact]
    public async Task A_new_user_is_told_of_without_the_hash_and_with_the_membership()
    {
        var organization = await database.Main.AddTenantAsync();
        var user = User.Create(
            new UserId(Guid.CreateVersion7()), organization.TenantId, 1, "ada@example.com", "ada", null, null, "secret-hash", SystemRole.User,
            organization.Id, StoredToolSessions.Now);
        await using (var work = await database.Main.BeginAsync(organization))
        {
            work.Users.Add(user);
            work.Organizations.Add(new Membership(organization.TenantId, organization.Id, user.Id, MembershipRole.Owner, StoredToolSessions.Now));
            work.Record(EventOf(organization, user));
            (await work.CommitAsync(default)).Required();
        }

        await using var db = await OpenAsync(organization);
        var details = (await db.AuditEntries.SingleAsync()).Details;
        details.ShouldNotContain("secret-hash");
        JsonElement.Parse(details).GetProperty("changes").GetProperty("email").ToString().ShouldBe("""{"from":null,"to":"ada@example.com"}""");
    }

    [ProviderFact]
    public async Task A_failure_tells_of_no_change()
    {
        var (organization, user) = await AddUserAsync();
        await using (var work = await database.Main.BeginAsync(organization))
        {
            (await work.Users.FindAsync(user.Id, default))!.Rename("other", null, null, StoredToolSessions.Now);
            work.Record(EventOf(organization, user) with { Status = AuditStatuses.Failure });
            (await work.CommitAsync(default)).Required();
        }

        await using var db = await OpenAsync(organization);
        (await db.AuditEntries.SingleAsync()).Details.ShouldBe("{}");
    }

    [ProviderFact]
    public async Task A_long_address_or_agent_is_cut_into_text_that_the_database_takes()
    {
        var (organization, user) = await AddUserAsync();
        await using (var work = await database.Main.BeginAsync(organization))
        {
            var client = new ClientFacts(new string('1', 63) + "😀", new string('a', 511) + "😀");
            work.Record(EventOf(organization, user) with { Actor = new Actor(organization.TenantId, user.Id, client) });
            (await work.CommitAsync(default)).Required();
        }

        await using var db = await OpenAsync(organization);
        (await db.AuditEntries.SingleAsync()).UserAgent.ShouldBe(new string('a', 511));
    }

    [ProviderFact]
    public async Task Another_tenants_user_is_not_there_to_be_changed()
    {
        var (_, user) = await AddUserAsync();
        await using var work = await database.Main.BeginAsync(await database.Main.AddTenantAsync());

        (await work.Users.FindAsync(user.Id, default)).ShouldBeNull();
        (await work.Users.FindByEmailAsync(user.Email, default)).ShouldBeNull();
        (await work.Users.CheckNamesAsync(user.Email, user.Username, null, default)).Required();
    }

    private static AuditEvent EventOf(Organization organization, User user) =>
        new(new Actor(organization.TenantId, user.Id, ClientFacts.None), AuditActions.UserUpdated, AuditResources.User, user.Id.ToString(), organization.Id);

    /// <summary>A unit of work with a change of a user that another unit of work has changed meanwhile.</summary>
    private async Task<IUnitOfWork> LoseRaceAsync(Organization organization, User user)
    {
        User read;
        await using (var db = await OpenAsync(organization)) read = await db.Users.SingleAsync(row => row.Id == user.Id);
        await using (var work = await database.Main.BeginAsync(organization))
        {
            (await work.Users.FindAsync(user.Id, default))!.Rename("winner", null, null, StoredToolSessions.Now);
            (await work.CommitAsync(default)).Required();
        }
        var slow = await database.Main.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(organization.TenantId, default);
        slow.Attach(read);
        read.Rename("loser", null, null, StoredToolSessions.Now);
        return new UnitOfWork(
            slow, await slow.Database.BeginTransactionAsync(), database.Main.Get<IDatabaseProvider>(),
            new CommitNotices(database.Main.Get<AccessNotices>(), new EventHub(), Guid.NewGuid()), database.Main.Get<DatabaseClock>(), database.Main.Time,
            turn: null);
    }

    private async Task<(Organization Organization, User User)> AddUserAsync()
    {
        var organization = await database.Main.AddTenantAsync();
        return (organization, await database.Main.AddUserAsync(organization));
    }

    private Task<ModuleXDbContext> OpenAsync(Organization organization) =>
        database.Main.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(organization.TenantId, default);
}

[Provider("sqlite")]
public sealed class SqliteUnitOfWorkTests(SqliteDatabase database) : UnitOfWorkTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlUnitOfWorkTests(PostgreSqlDatabase database) : UnitOfWorkTests(database), IClassFixture<PostgreSqlDatabase>;
