using System.Diagnostics;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Persistence.Providers.SqlServer;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>SQL Server's SQL, judged without a server. Collections without parallel runs run last: the others have caused theirs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AfterTheOthers
{
    public const string Name = "after the others";
}

[Collection(AfterTheOthers.Name)]
public sealed class SqlServerStatementTests
{
    /// <summary>Fewer distinct statements than this mean that they are no longer collected.</summary>
    private const int AtLeast = 280;

    /// <summary>The file for what was read; build/test shows it.</summary>
    private const string Report = "MODULEX_TEST_SQLSERVER_REPORT";

    [Fact]
    public void Every_migration_is_TSQL()
    {
        using var db = Create();
        var migrator = db.GetService<IMigrator>();
        string[] names = ["0", .. db.Database.GetMigrations()];

        string[] scripts =
        [
            migrator.GenerateScript(), migrator.GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent),
            .. names.Zip(names.Skip(1), (from, to) => migrator.GenerateScript(from, to)),
            .. names.Zip(names.Skip(1), (from, to) => migrator.GenerateScript(to, from)),
        ];

        TSql.ProblemsOf(scripts).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_statement_that_the_tests_cause_is_TSQL_and_fits_the_schema()
    {
        // Alone, or with few others, the tests that cause them have not run.
        if (CausedStatements.All.Count < AtLeast) await RepositoryTests.RunAsync();
        using var db = Create();
        SqlStatement[] caused = [.. CausedStatements.All, new($"INSERT INTO records ({RecordColumns.List}) SELECT {RecordColumns.List} FROM records")];
        string[] locks = [.. await Task.WhenAll(Enum.GetValues<LeaseSharing>().Select(LockAsync))];

        var refused = TSql.ProblemsOf([.. caused.Select(statement => statement.Text), .. locks]);
        var unfit = await SchemaCheck.ProblemsOfAsync(db.Database.GenerateCreateScript(), caused);

        CausedStatements.Failures.ShouldBeEmpty();
        refused.ShouldBeEmpty();
        unfit.ShouldBeEmpty();
        caused.Length.ShouldBeGreaterThan(AtLeast);
        if (Environment.GetEnvironmentVariable(Report) is { Length: > 0 } file)
            await File.WriteAllTextAsync(file, $"{caused.Length + locks.Length} statements and {db.Database.GetMigrations().Count()} migrations\n");
    }

    [Fact]
    public void The_SQL_of_another_database_is_refused() =>
        TSql.ProblemsOf(["SELECT id FROM users LIMIT 1"]).ShouldHaveSingleItem().ShouldContain("LIMIT");

    [Theory]
    [InlineData("SELECT [u].[nickname] FROM [users] AS [u]", "nickname")]
    [InlineData("DELETE FROM [people]", "people")]
    [InlineData("UPDATE [u] SET [u].[nickname] = @name FROM [users] AS [u]", "nickname")]
    [InlineData("INSERT INTO [users] ([id], [nickname]) VALUES (@name, @name)", "nickname")]
    public async Task What_the_schema_does_not_have_is_refused(string statement, string name)
    {
        using var db = Create();

        var problems = await SchemaCheck.ProblemsOfAsync(db.Database.GenerateCreateScript(), [new(statement, "@name nvarchar(max)")]);

        problems.ShouldContain(problem => problem.Contains(name) && problem.Contains(statement));
    }

    private static SqlServerModuleXDbContext Create() => new SqlServerDesignTimeFactory().CreateDbContext([]);

    /// <summary>What the lock would send: the driver tells of a command before it finds that no server is there.</summary>
    private static async Task<string> LockAsync(LeaseSharing sharing)
    {
        await using var connection = new SqlConnection("Server=none");
        var sent = new CommandTexts(connection);
        using var drivers = DiagnosticListener.AllListeners.Subscribe(sent);
        await Should.ThrowAsync<InvalidOperationException>(() => new SqlServerApplicationLock("Server=none", sharing).TryTakeAsync(connection, default));
        return sent.Text.ShouldNotBeNull();
    }

    private sealed class CommandTexts(SqlConnection connection) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public string? Text { get; private set; }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "SqlClientDiagnosticListener") value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value?.GetType().GetProperty("Command")?.GetValue(value.Value) is SqlCommand command && command.Connection == connection)
                Text = command.CommandText;
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
