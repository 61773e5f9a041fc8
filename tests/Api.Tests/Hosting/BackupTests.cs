using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>A copy that a server can be started from, made while another one writes.</summary>
public sealed class BackupTests : IDisposable
{
    private const string Development = "--environment=Development";

    private readonly TempFolder _folder = new();
    private readonly string _password = $"Aa1!{Guid.NewGuid():N}";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backup_of_a_running_server_has_what_was_written_a_moment_ago()
    {
        await using var server = ModuleXProcess.Serve(_folder.Path);
        await server.ReadyAsync();
        (await server.Client.PostReplyAsync("/api/auth/register", new { email = "ada@example.com", password = _password })).With(201);

        await using var made = await ModuleXProcess.RunAsync(_folder.Path, "database", "backup", "copy.db", Development);

        made.ExitCode.ShouldBe(0, made.Errors);
        made.Output.ShouldContain(Path.Combine(_folder.Path, "copy.db"));
        made.Output.ShouldContain("master key");
        using var elsewhere = new TempFolder();
        Directory.CreateDirectory(Path.Combine(elsewhere.Path, "data"));
        File.Move(Path.Combine(_folder.Path, "copy.db"), Path.Combine(elsewhere.Path, "data", "modulex.db"));
        File.Copy(Path.Combine(_folder.Path, "data", "master.key"), Path.Combine(elsewhere.Path, "data", "master.key"));
        await using var restored = ModuleXProcess.Serve(elsewhere.Path);
        await restored.ReadyAsync();
        (await restored.Client.PostReplyAsync("/api/auth/login", new { email = "ada@example.com", password = _password })).With(200);
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_says_where_there_is_no_folder()
    {
        await using (var made = await ModuleXProcess.RunAsync(_folder.Path, "database", "update", Development)) made.ExitCode.ShouldBe(0, made.Errors);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "kept.db"), "kept");

        await using var taken = await ModuleXProcess.RunAsync(_folder.Path, "database", "backup", "kept.db", Development);
        await using var nowhere = await ModuleXProcess.RunAsync(_folder.Path, "database", "backup", "nosuch/copy.db", Development);

        taken.ExitCode.ShouldBe(1);
        taken.Errors.ShouldContain(Path.Combine(_folder.Path, "kept.db"));
        (await File.ReadAllTextAsync(Path.Combine(_folder.Path, "kept.db"))).ShouldBe("kept");
        nowhere.ExitCode.ShouldBe(1);
        nowhere.Errors.ShouldContain(Path.Combine(_folder.Path, "nosuch"));
        nowhere.Errors.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("postgresql", "Host=db.internal;Database=modulex;Username=modulex", "pg_dump")]
    [InlineData("sqlserver", "Server=db.internal;Database=modulex;Integrated Security=true", "BACKUP DATABASE")]
    public async Task A_database_server_is_backed_up_by_its_own_means(string provider, string connection, string means)
    {
        await using var refused = await ModuleXProcess.RunAsync(
            _folder.Path, "database", "backup", "copy", $"--Database:Provider={provider}", $"--Database:ConnectionString={connection}", Development);

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain(means);
        refused.Errors.Split('\n').Length.ShouldBe(1, refused.Errors);
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }
}
