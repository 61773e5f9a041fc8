using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using ModuleX.Application.Analytics;
using ModuleX.Domain.Access;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Analytics;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Records;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

public abstract class MigrationTests(TestDatabase database)
{
    [ProviderFact]
    public async Task All_migrations_are_applied_by_an_update()
    {
        var status = await database.Main.Startup.GetStatusAsync(default);

        status.Pending.ShouldBeEmpty();
        status.Applied.ShouldNotBeEmpty();
    }

    [ProviderFact]
    public async Task A_database_that_is_not_there_has_everything_pending()
    {
        await using var process = new Installation(database.Provider, await database.CreateAsync(), settings: ("MODULEX_MASTER_KEY", Keys.NewMasterKey()));

        var status = await process.Startup.GetStatusAsync(default);

        status.Applied.ShouldBeEmpty();
        status.Pending.ShouldNotBeEmpty();
    }

    [ProviderFact]
    public async Task A_start_migrates_the_embedded_database_and_refuses_on_a_server()
    {
        await using var process = new Installation(database.Provider, await database.CreateAsync(), settings: ("MODULEX_MASTER_KEY", Keys.NewMasterKey()));

        var start = () => process.Startup.PrepareAsync(default);

        if (database.Provider == "sqlite") await Should.NotThrowAsync(start);
        else (await Should.ThrowAsync<StartupException>(start)).Message.ShouldContain("database update");
    }

    /// <summary>Rows from before the rows of each process, which the version before also writes during an upgrade of nodes.</summary>
    [ProviderFact]
    public async Task Sums_from_before_an_update_are_kept_and_shown()
    {
        await using var process = new Installation(database.Provider, await database.CreateAsync(), settings: ("MODULEX_MASTER_KEY", Keys.NewMasterKey()));
        await using (var before = process.OpenContext())
            await before.GetService<IMigrator>().MigrateAsync("20261129235200_DeletedUsersSignaturesRevocations");
        var organization = await process.AddTenantAsync();
        var (tenant, hour) = (organization.TenantId, new DateTimeOffset(2027, 3, 10, 12, 0, 0, TimeSpan.Zero));
        await using var db = await process.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(tenant, default);
        db.AddRange(
            new SumRow
            {
                TenantId = tenant, OrganizationId = organization.Id, Grain = SumGrain.Hour, Measure = Measure.Requests, Start = hour, Subject = "/tools",
                Detail = "GET", Count = 7, Version = 3,
            },
            new PresenceRow { TenantId = tenant, OrganizationId = organization.Id, Grain = SumGrain.Hour, Start = hour, Owner = "ada", Tool = "" },
            new SystemHourRow { Start = hour, MinutesUp = 2, Samples = 1, Cpu = 50, Memory = 50, Version = 1 });
        await db.SaveChangesAsync();

        await process.Startup.UpdateDatabaseAsync(default);

        var (sums, window) = (new StoredSums(process.Get<IDbContextFactory<ModuleXDbContext>>()), new Window(hour, hour.AddHours(1)));
        (await sums.ReadAsync(tenant, organization.Id, Measure.Requests, window, byHour: true, default)).ShouldHaveSingleItem().Count.ShouldBe(7);
        (await sums.ListPresencesAsync(tenant, organization.Id, window, default)).ShouldBe([new PresenceView("ada", "")]);
        (await sums.FindFirstSampleAsync(default)).ShouldBe(hour.AddMinutes(1));
    }

    /// <summary>Databases from before have them; what an admin has changed was given on purpose.</summary>
    [ProviderFact]
    public async Task An_update_takes_from_unchanged_starting_roles_what_shows_other_people()
    {
        var organization = await database.Main.AddTenantAsync();
        var (tenant, now) = (organization.TenantId, database.Main.Time.GetUtcNow());
        var permissions = StartingAccess.PermissionsOf(tenant, Guid.CreateVersion7, now);
        var roles = new[] { "Member", "Viewer" }.Select(name =>
            new Role(new RoleId(Guid.CreateVersion7()), tenant, organization.Id, name, null, isActive: true, now)).ToList();
        roles[1].ChangePermissions(now.AddMinutes(1));
        await using var db = await database.Main.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(tenant, default);
        db.AddRange(permissions);
        db.AddRange(roles);
        var given = permissions.Where(permission => permission.Name is "user:read" or "organization:read").ToList();
        db.AddRange(from role in roles from permission in given select new RolePermission(tenant, role.Id, permission.Id));
        await db.SaveChangesAsync();

        var migrations = db.GetService<IMigrationsAssembly>();
        var update = migrations.CreateMigration(
            migrations.Migrations["20261129235200_DeletedUsersSignaturesRevocations"], db.Database.ProviderName!);
        foreach (var step in update.UpOperations.OfType<SqlOperation>()) await db.Database.ExecuteSqlRawAsync(step.Sql);

        (await AllowedByAsync(roles[0])).ShouldBe(["organization:read"]);
        (await AllowedByAsync(roles[1])).ShouldBe(["organization:read", "user:read"]);

        async Task<List<string>> AllowedByAsync(Role role) => await (
            from link in db.RolePermissions
            join permission in db.Permissions on link.PermissionId equals permission.Id
            where link.RoleId == role.Id
            orderby permission.Name
            select permission.Name).ToListAsync();
    }
}

[Provider("sqlite")]
public sealed class SqliteMigrationTests(SqliteDatabase database) : MigrationTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlMigrationTests(PostgreSqlDatabase database) : MigrationTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerMigrationTests(SqlServerDatabase database) : MigrationTests(database), IClassFixture<SqlServerDatabase>;
