using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ModuleX.Domain.Access;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

/// <summary>Databases of version 0.1.2, whose seven migrations are one now.</summary>
/// <param name="released">The history of version 0.1.2, as its databases have it.</param>
/// <param name="unreleased">What followed in development, and is one migration now.</param>
public abstract class TakeoverTests(TestDatabase database, string[] released, string[] unreleased)
{
    private const string Initial = "20261129000000_Initial";
    private const string AfterInitial = "20261129235200_DeletedUsersSignaturesRevocations";

    /// <summary>A statement that makes the database refuse the row of <c>Initial</c>.</summary>
    protected abstract string RefuseInitial { get; }

    protected abstract string AllowInitial { get; }

    [ProviderFact]
    public async Task A_database_of_the_last_release_is_taken_over_with_its_rows()
    {
        await using var process = await WithHistoryAsync(Initial, released);
        var tenant = await AddRowsAsync(process);

        await BeginAsync(process);

        (await HistoryAsync(process)).ShouldBe(Today(process));
        (await process.Startup.GetStatusAsync(default)).IsCurrent.ShouldBeTrue();
        await using var db = await process.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(tenant, default);
        (await db.Organizations.SingleAsync()).Name.ShouldBe("Main");
        (await db.Roles.SingleAsync()).Name.ShouldBe("Member");
        var allowed = await (
            from link in db.RolePermissions
            join permission in db.Permissions on link.PermissionId equals permission.Id
            select permission.Name).ToListAsync();
        allowed.ShouldBe(["organization:read"], "what the later migration does is done, too");
        (await db.Users.AnyAsync(user => user.DeletedAt != null)).ShouldBeFalse();
    }

    [ProviderFact]
    public async Task A_database_from_development_is_taken_over()
    {
        await using var process = await WithHistoryAsync(AfterInitial, [.. released, .. unreleased]);
        var tenant = await AddRowsAsync(process);
        var start = () => process.Startup.PrepareAsync(default);
        if (database.Provider != "sqlite") (await Should.ThrowAsync<StartupException>(start)).Message.ShouldContain("database update");

        await BeginAsync(process);

        (await HistoryAsync(process)).ShouldBe(Today(process));
        await using var db = await process.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(tenant, default);
        (await db.RolePermissions.CountAsync()).ShouldBe(2, "the later migration was applied before, and is not applied again");
    }

    [ProviderFact]
    public async Task A_second_start_changes_nothing()
    {
        await using var process = await WithHistoryAsync(Initial, released);
        await BeginAsync(process);
        var tenant = await AddRowsAsync(process);

        await BeginAsync(process);

        (await HistoryAsync(process)).ShouldBe(Today(process));
        await using var db = await process.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(tenant, default);
        (await db.RolePermissions.CountAsync()).ShouldBe(2);
    }

    [ProviderFact]
    public async Task A_takeover_that_is_cut_off_leaves_the_old_history_and_is_done_by_the_next_start()
    {
        await using var process = await WithHistoryAsync(Initial, released);
        await RunAsync(process, RefuseInitial);
        await Should.ThrowAsync<StartupException>(() => BeginAsync(process));
        (await HistoryAsync(process)).ShouldBe(released);

        await RunAsync(process, AllowInitial);
        await BeginAsync(process);

        (await HistoryAsync(process)).ShouldBe(Today(process));
    }

    [ProviderFact]
    public async Task A_database_older_than_the_last_release_is_refused()
    {
        await using var process = await WithHistoryAsync(Initial, released[..6]);

        var refused = await Should.ThrowAsync<StartupException>(() => BeginAsync(process));

        refused.Message.ShouldBe(
            $"The database can't be taken over: of the migrations of version 0.1.2 it lacks {released[6]}. Update it with version 0.1.2 first.");
        (await HistoryAsync(process)).ShouldBe(released[..6]);
    }

    [ProviderFact]
    public async Task A_database_with_more_than_the_last_release_is_refused()
    {
        await using var process = await WithHistoryAsync(Initial, [.. released, "99990101000000_ConnectionsOnlyAdds"]);

        var refused = await Should.ThrowAsync<StartupException>(() => BeginAsync(process));

        refused.Message.ShouldContain("can't be taken over");
        refused.Message.ShouldContain("99990101000000_ConnectionsOnlyAdds");
        (await HistoryAsync(process)).Count.ShouldBe(8);
    }

    private static async Task RunAsync(Installation process, string statement)
    {
        await using var db = process.OpenContext();
        await db.Database.ExecuteSqlRawAsync(statement);
    }

    private static async Task<List<string>> HistoryAsync(Installation process)
    {
        await using var db = process.OpenContext();
        return [.. await db.Database.GetAppliedMigrationsAsync()];
    }

    private static List<string> Today(Installation process)
    {
        using var db = process.OpenContext();
        var migrations = db.Database.GetMigrations().ToList();
        migrations[..2].ShouldBe([Initial, AfterInitial]);
        return migrations;
    }

    /// <summary>A tenant whose members' role may still read users, as in version 0.1.2.</summary>
    private static async Task<TenantId> AddRowsAsync(Installation process)
    {
        var organization = await process.AddTenantAsync();
        var (tenant, now) = (organization.TenantId, process.Time.GetUtcNow());
        var role = new Role(new RoleId(Guid.CreateVersion7()), tenant, organization.Id, "Member", null, isActive: true, now);
        var given = StartingAccess.PermissionsOf(tenant, Guid.CreateVersion7, now)
            .Where(permission => permission.Name is "user:read" or "organization:read").ToList();
        await using var db = await process.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(tenant, default);
        db.Add(role);
        db.AddRange(given);
        db.AddRange(given.Select(permission => new RolePermission(tenant, role.Id, permission.Id)));
        await db.SaveChangesAsync();
        return tenant;
    }

    /// <summary>What an operator does: a server's database is updated first.</summary>
    private async Task BeginAsync(Installation process)
    {
        if (database.Provider != "sqlite") await process.Startup.UpdateDatabaseAsync(default);
        await process.Startup.PrepareForCommandAsync(default);
    }

    /// <summary>The schema up to a migration of today, under the names of then.</summary>
    private async Task<Installation> WithHistoryAsync(string schema, string[] names)
    {
        var process = new Installation(database.Provider, await database.CreateAsync(), settings: ("MODULEX_MASTER_KEY", Keys.NewMasterKey()));
        await using var db = process.OpenContext();
        await db.GetService<IMigrator>().MigrateAsync(schema);
        await db.Database.ExecuteSqlRawAsync("DELETE FROM schema_migrations");
        foreach (var name in names)
            await db.Database.ExecuteSqlRawAsync(db.GetService<IHistoryRepository>().GetInsertScript(new HistoryRow(name, "10.0.14")));
        return process;
    }
}

[Provider("sqlite")]
public sealed class SqliteTakeoverTests(SqliteDatabase database) : TakeoverTests(
    database,
    [
        "20261122034039_Initial", "20261124221300_Identity", "20261124230321_Lists", "20261124232733_Integrations",
        "20261124233813_IdempotencyKeys", "20261125012057_Records", "20261125014801_WebhooksAndModules",
    ],
    ["20261129203001_DeletedUsers", "20261129203256_ServiceSignatures", "20261129204616_RevocationQueue"]), IClassFixture<SqliteDatabase>
{
    protected override string RefuseInitial =>
        "CREATE TRIGGER cut_off BEFORE INSERT ON schema_migrations BEGIN SELECT RAISE(ABORT, 'cut off'); END";

    protected override string AllowInitial => "DROP TRIGGER cut_off";
}

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlTakeoverTests(PostgreSqlDatabase database) : TakeoverTests(
    database,
    [
        "20261122034046_Initial", "20261124221304_Identity", "20261124230324_Lists", "20261124232741_Integrations",
        "20261124233816_IdempotencyKeys", "20261125012100_Records", "20261125014804_WebhooksAndModules",
    ],
    ["20261129203004_DeletedUsers", "20261129203318_ServiceSignatures", "20261129204627_RevocationQueue"]), IClassFixture<PostgreSqlDatabase>
{
    protected override string RefuseInitial =>
        """ALTER TABLE schema_migrations ADD CONSTRAINT cut_off CHECK ("MigrationId" <> '20261129000000_Initial')""";

    protected override string AllowInitial => "ALTER TABLE schema_migrations DROP CONSTRAINT cut_off";
}
