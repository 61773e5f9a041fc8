using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers.Sqlite;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

/// <summary>A node that starts again while others are on a newer version already.</summary>
public abstract class NewerDatabaseTests(TestDatabase database)
{
    [ProviderFact]
    public async Task A_newer_migration_that_only_adds_is_accepted_by_the_version_before()
    {
        await using var process = await WithMigrationAsync("99990101000000_ConnectionsOnlyAdds");

        await Should.NotThrowAsync(() => process.Startup.PrepareForCommandAsync(default));
        await Should.NotThrowAsync(() => process.Startup.PrepareAsync(default));
    }

    [ProviderFact]
    public async Task A_newer_migration_that_changes_is_refused_by_name()
    {
        await using var process = await WithMigrationAsync("99990101000000_ConnectionsOnlyAdds", "99990102000000_Renames");

        var refused = await Should.ThrowAsync<StartupException>(() => process.Startup.PrepareAsync(default));

        refused.Message.ShouldContain("newer version");
        refused.Message.ShouldContain("99990102000000_Renames");
    }

    private async Task<Installation> WithMigrationAsync(params string[] migrations)
    {
        var process = new Installation(database.Provider, await database.CreateAsync(), settings: ("MODULEX_MASTER_KEY", Keys.NewMasterKey()));
        await process.Startup.UpdateDatabaseAsync(default);
        await using var db = process.OpenContext();
        foreach (var migration in migrations)
            await db.Database.ExecuteSqlRawAsync(db.GetService<IHistoryRepository>().GetInsertScript(new HistoryRow(migration, "10.0.0")));
        return process;
    }
}

[Provider("sqlite")]
public sealed class SqliteNewerDatabaseTests(SqliteDatabase database) : NewerDatabaseTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlNewerDatabaseTests(PostgreSqlDatabase database) : NewerDatabaseTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerNewerDatabaseTests(SqlServerDatabase database) : NewerDatabaseTests(database), IClassFixture<SqlServerDatabase>;

/// <summary>A name that says that a migration only adds has to be true: nodes of the version before go on because of it.</summary>
public sealed class OnlyAddsTests
{
    [Fact]
    public void A_migration_that_says_so_only_adds() => typeof(ModuleXDbContext).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Migration)) && type.Name.EndsWith(DatabaseMigrations.OnlyAdds, StringComparison.Ordinal))
        .SelectMany(type => OffencesIn(((Migration)Activator.CreateInstance(type)!).UpOperations)
            .Select(operation => $"{type.FullName}: {operation.GetType().Name}"))
        .ShouldBeEmpty();

    [Fact]
    public void Every_migration_after_the_first_two_only_adds()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);

        db.Database.GetMigrations().Skip(2).ShouldAllBe(migration => migration.EndsWith(DatabaseMigrations.OnlyAdds));
    }

    [Fact]
    public void What_the_version_before_would_stumble_over_is_seen()
    {
        OnlyAdds(new AddColumnOperation { IsNullable = true }).ShouldBeTrue();
        OnlyAdds(new AddColumnOperation { DefaultValue = false }).ShouldBeTrue();
        OnlyAdds(new CreateIndexOperation()).ShouldBeTrue();

        OnlyAdds(new AddColumnOperation()).ShouldBeFalse();
        OnlyAdds(new CreateIndexOperation { IsUnique = true }).ShouldBeFalse();
        OnlyAdds(new DropColumnOperation()).ShouldBeFalse();
        OnlyAdds(TableWith(ReferentialAction.Restrict)).ShouldBeFalse();
        OnlyAdds(TableWith(ReferentialAction.Cascade)).ShouldBeTrue();
    }

    /// <summary>In a table that the version before does not know, values may be unique: it writes none.</summary>
    private static IEnumerable<MigrationOperation> OffencesIn(IReadOnlyList<MigrationOperation> operations)
    {
        var made = operations.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet();
        return operations.Where(operation => !OnlyAdds(operation) && !(operation is CreateIndexOperation index && made.Contains(index.Table)));
    }

    private static bool OnlyAdds(MigrationOperation operation) => operation switch
    {
        // A key that restricts would keep the version before, which does not know the table, from deleting what it refers to.
        CreateTableOperation table => table.ForeignKeys.TrueForAll(key => key.OnDelete is ReferentialAction.Cascade or ReferentialAction.SetNull),
        AddColumnOperation column => column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null,
        CreateIndexOperation index => !index.IsUnique,
        _ => false,
    };

    private static CreateTableOperation TableWith(ReferentialAction onDelete)
    {
        var table = new CreateTableOperation();
        table.ForeignKeys.Add(new AddForeignKeyOperation { OnDelete = onDelete });
        return table;
    }
}
