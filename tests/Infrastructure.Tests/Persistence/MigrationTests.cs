using ModuleX.Infrastructure.Persistence.Startup;
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
}

[Provider("sqlite")]
public sealed class SqliteMigrationTests(SqliteDatabase database) : MigrationTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlMigrationTests(PostgreSqlDatabase database) : MigrationTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerMigrationTests(SqlServerDatabase database) : MigrationTests(database), IClassFixture<SqlServerDatabase>;
