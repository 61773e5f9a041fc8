using Microsoft.EntityFrameworkCore;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

public sealed class DatabaseOptionsTests
{
    [Theory]
    [InlineData("oracle", "x", "sqlite, postgresql, sqlserver")]
    [InlineData("", "x", "sqlite, postgresql, sqlserver")]
    [InlineData("postgresql", "", "Database:ConnectionString is required")]
    [InlineData("sqlserver", "", "Database:ConnectionString is required")]
    [InlineData("sqlite", "Data Source=:memory:", "must name a file")]
    [InlineData("sqlite", "Colour=green", "Database:ConnectionString can't be read")]
    public async Task What_is_wrong_is_said_in_words(string provider, string connectionString, string said)
    {
        await using var process = new Installation(provider, connectionString);

        Should.Throw<StartupException>(() => process.Startup).Message.ShouldContain(said);
    }

    [Fact]
    public async Task A_connection_to_SQLite_is_set_up_for_safety()
    {
        using var folder = new TemporaryFolder();
        await using var process = new Installation("SQLite", folder.ConnectionString("sub/folder/modulex.db"));
        await process.Startup.PrepareAsync(default);
        await using var db = process.OpenContext();

        (await PragmaAsync<string>(db, "journal_mode")).ShouldBe("wal");
        (await PragmaAsync<int>(db, "synchronous")).ShouldBe(2);
        (await PragmaAsync<int>(db, "foreign_keys")).ShouldBe(1);
        (await PragmaAsync<int>(db, "busy_timeout")).ShouldBe(5000);
    }

    [Fact]
    public async Task A_migration_that_died_half_way_does_not_block_the_next_start()
    {
        using var folder = new TemporaryFolder();
        await using (var first = new Installation("sqlite", folder.ConnectionString()))
        {
            await first.Startup.PrepareAsync(default);
            await using var db = first.OpenContext();
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsLock(Id, Timestamp) VALUES(1, '2026-01-01')");
        }
        await using var second = new Installation("sqlite", folder.ConnectionString());

        await Should.NotThrowAsync(() => second.Startup.UpdateDatabaseAsync(default).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private static async Task<T> PragmaAsync<T>(DbContext db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync())!, typeof(T));
    }
}
