using ModuleX.Application.Audit;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

public abstract class AuditTrailTests(TestDatabase database)
{
    private static readonly UserId Ann = new(Guid.CreateVersion7());
    private static readonly UserId Ben = new(Guid.CreateVersion7());

    private IAuditTrail Trail => database.Main.Get<IAuditTrail>();

    [ProviderFact]
    public async Task Counts_are_those_of_a_set_made_by_hand()
    {
        var organization = await database.Main.AddTenantAsync();
        await SaveAsync(
            Entry(organization, Ann, AuditActions.LoginSucceeded), Entry(organization, Ann, AuditActions.LoginSucceeded),
            Entry(organization, Ann, AuditActions.LoginFailed, status: AuditStatuses.Failure),
            Entry(organization, Ben, AuditActions.LocationCreated, AuditResources.Location),
            Entry(organization, null, AuditActions.LoginFailed, status: AuditStatuses.Failure),
            Entry(organization, Ben, AuditActions.LoginSucceeded, ageInDays: 40),
            Entry(await database.Main.AddTenantAsync(), Ann, AuditActions.LoginSucceeded));
        var lately = new AuditFilter(organization.Id, Since: StoredToolSessions.Now.AddDays(-30));

        (await Trail.CountByResourceAsync(organization.TenantId, lately, default)).ShouldBe(
            [new("user", "success", 2), new("user", "failure", 2), new("location", "success", 1)], ignoreOrder: true);
        (await Trail.CountByActionAsync(organization.TenantId, new AuditFilter(User: Ann), default)).ShouldBe(
            [new("login_success", "success", 2), new("login_failed", "failure", 1)], ignoreOrder: true);
        (await Trail.CountUsersAsync(organization.TenantId, lately, default)).ShouldBe(2);
        (await Trail.CountUsersAsync(organization.TenantId, new AuditFilter(new OrganizationId(Guid.NewGuid())), default)).ShouldBe(0);
    }

    [ProviderFact]
    public async Task Everything_is_read_once_and_newest_first_over_many_batches()
    {
        var organization = await database.Main.AddTenantAsync();
        // Many of one moment, so that batches end among them.
        var entries = Enumerable.Range(0, 1300)
            .Select(number => Entry(organization, Ann, AuditActions.LoginSucceeded, age: TimeSpan.FromSeconds(number / 400))).ToArray();
        await SaveAsync(entries);

        var read = new List<AuditView>();
        await foreach (var entry in Trail.ReadAsync(organization.TenantId, new AuditFilter(organization.Id), default)) read.Add(entry);

        read.Select(entry => entry.Id).ShouldBe(entries.Select(entry => entry.Id), ignoreOrder: true);
        read.Select(entry => entry.CreatedAt).ShouldBe(read.Select(entry => entry.CreatedAt).OrderDescending());
        var listed = await Trail.ListAsync(organization.TenantId, new AuditFilter(organization.Id), new PageRequest(495, 10), default);
        listed.Items.Select(entry => entry.Id).ShouldBe(read.Skip(495).Take(10).Select(entry => entry.Id), "a list and an export have one order");
    }

    [ProviderFact]
    public async Task Reading_stops_when_it_is_cancelled()
    {
        var organization = await database.Main.AddTenantAsync();
        await SaveAsync([.. Enumerable.Range(0, 600).Select(_ => Entry(organization, Ann, AuditActions.LoginSucceeded))]);
        using var stopping = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var entry in Trail.ReadAsync(organization.TenantId, new AuditFilter(), stopping.Token)) await stopping.CancelAsync();
        });
    }

    [ProviderFact]
    public async Task Every_filter_narrows()
    {
        var organization = await database.Main.AddTenantAsync();
        var wanted = Entry(organization, Ann, AuditActions.LocationCreated, AuditResources.Location, ageInDays: 5);
        await SaveAsync(
            wanted, Entry(organization, Ben, AuditActions.LocationCreated, AuditResources.Location, ageInDays: 5),
            Entry(organization, Ann, AuditActions.LocationDeleted, AuditResources.Location, ageInDays: 5),
            Entry(organization, Ann, AuditActions.LocationCreated, AuditResources.Location, AuditStatuses.Warning, 5),
            Entry(organization, Ann, AuditActions.LocationCreated, AuditResources.Location),
            Entry(organization, Ann, AuditActions.LocationCreated, AuditResources.Location, ageInDays: 9),
            Entry(organization, Ann, AuditActions.LocationCreated, ageInDays: 5));
        var filter = new AuditFilter(
            organization.Id, Ann, AuditActions.LocationCreated, AuditResources.Location, AuditStatuses.Success, wanted.CreatedAt,
            wanted.CreatedAt.AddMilliseconds(1));

        (await Trail.ListAsync(organization.TenantId, filter, new PageRequest(0, 10), default)).Items.Select(entry => entry.Id).ShouldBe([wanted.Id]);
        (await Trail.ListAsync(organization.TenantId, filter with { Until = wanted.CreatedAt }, new PageRequest(0, 10), default)).Total.ShouldBe(
            0, "the end is outside");
    }

    private async Task SaveAsync(params AuditEntry[] entries)
    {
        await using var db = database.Main.OpenContext();
        db.AddRange(entries);
        await db.SaveChangesAsync();
    }

    private static AuditEntry Entry(
        Organization organization, UserId? user, string action, string resource = AuditResources.User, string status = AuditStatuses.Success,
        int ageInDays = 0, TimeSpan age = default) =>
        new(
            Guid.CreateVersion7(), organization.TenantId, organization.Id, user, action, resource, "r1", "127.0.0.1", "a browser",
            """{"reason":"a test"}""", status,
            StoredToolSessions.Now.AddDays(-ageInDays) - age);
}

[Provider("sqlite")]
public sealed class SqliteAuditTrailTests(SqliteDatabase database) : AuditTrailTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlAuditTrailTests(PostgreSqlDatabase database) : AuditTrailTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerAuditTrailTests(SqlServerDatabase database) : AuditTrailTests(database), IClassFixture<SqlServerDatabase>;
