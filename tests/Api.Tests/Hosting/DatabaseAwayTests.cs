using System.Globalization;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Tests.Shared.Databases;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>A database server that does not answer, or not yet, and connection strings of another form.</summary>
public sealed class DatabaseAwayTests : IDisposable
{
    private const string Development = "--environment=Development";
    private const string PostgreSql = "--Database:Provider=postgresql";

    private readonly TempFolder _folder = new();
    private readonly string _password = Guid.NewGuid().ToString("N");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData("database update")]
    [InlineData("database status")]
    [InlineData("keys list --organization default")]
    [InlineData("users list")]
    public async Task A_server_that_does_not_answer_is_told_in_one_sentence(string verb)
    {
        var port = FreePorts.Take().ToString(CultureInfo.InvariantCulture);
        var connection = $"--Database:ConnectionString=Host=127.0.0.1;Port={port};Database=modulex;Username=modulex;Password={_password}";

        await using var refused = await ModuleXProcess.RunAsync(_folder.Path, [.. verb.Split(' '), Development, PostgreSql, connection]);

        refused.ExitCode.ShouldBe(1);
        refused.Errors.Split('\n').Length.ShouldBe(1, refused.Errors);
        refused.Errors.ShouldStartWith($"The database modulex at 127.0.0.1:{port} can't be used: ");
        refused.Errors.ShouldContain("--wait");
        (refused.Errors + refused.Output).ShouldNotContain(_password);
    }

    [Theory]
    [InlineData("postgresql", "postgres://modulex:{0}@db.internal/modulex?sslmode=require", "URLs are not taken")]
    [InlineData("postgresql", "Hots=db.internal;Database=modulex;Password={0}", "hots")]
    [InlineData("postgresql", "Database=modulex;Password={0}", "Host=")]
    [InlineData("postgresql", "modulex {0}", "Host=")]
    [InlineData("sqlserver", "Server=db.internal;Databse=modulex;Password={0}", "databse")]
    [InlineData("sqlserver", "mssql://sa:{0}@db.internal", "URLs are not taken")]
    [InlineData("sqlite", "sqlite:///data/{0}.db", "Data Source=")]
    public async Task A_connection_string_of_another_form_is_told_with_the_form_that_is_wanted(string provider, string connection, string said)
    {
        await using var refused = await ModuleXProcess.RunAsync(
            _folder.Path, "serve", Development, $"--Database:Provider={provider}",
            $"--Database:ConnectionString={string.Format(CultureInfo.InvariantCulture, connection, _password)}");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("Database:ConnectionString");
        refused.Errors.ShouldContain(said, Case.Insensitive);
        refused.Errors.ShouldContain("as in");
        refused.Errors.ShouldNotContain("   at ");
        (refused.Errors + refused.Output).ShouldNotContain(_password);
    }

    [PostgreSqlFact]
    public async Task A_server_that_is_told_to_wait_starts_when_the_database_is_ready_and_logs_no_error()
    {
        await using var postgres = await PostgreSqlServer.StartAsync(isDurable: false);
        Dictionary<string, string> environment = new(StartTests.NewMasterKey())
        {
            ["Database__Provider"] = "postgresql",
            ["Database__ConnectionString"] = postgres.ConnectionStringOf("modulex"),
        };
        var address = FreePorts.TakeAddress();
        await using var server = ModuleXProcess.Begin(
            _folder.Path, address, environment, "serve", "--wait", "600", "--urls", address.OriginalString, "--environment", "Development");
        await Eventually.BecomesAsync(
            () => Task.FromResult(server.Errors.Contains("Waiting for the database", StringComparison.Ordinal)), "word that it waits");

        await using var update = await ModuleXProcess.RunAsync(_folder.Path, environment, "database", "update", Development);

        update.ExitCode.ShouldBe(0, update.Errors);
        update.Errors.ShouldBeEmpty();
        await server.ReadyAsync();
        foreach (var word in new[] { "fail:", "crit:", "warn:", "Exception", "   at " }) server.Output.ShouldNotContain(word);
    }
}
