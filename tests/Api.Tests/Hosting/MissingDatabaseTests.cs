using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>A verb in the wrong folder must not make a second database there and answer from it.</summary>
public sealed class MissingDatabaseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("keys list --organization default")]
    [InlineData("keys create --organization default --name n")]
    [InlineData("keys revoke 0195d3a0-0000-7000-8000-000000000000")]
    [InlineData("organizations list")]
    [InlineData("tenants create --domain other")]
    [InlineData("encryption rotate-data-keys")]
    [InlineData("records seed --count 1")]
    [InlineData("database status")]
    [InlineData("database backup copy.db")]
    [InlineData("users list")]
    [InlineData("users reset-password admin")]
    [InlineData("users make-admin admin")]
    public async Task A_verb_where_there_is_no_database_is_refused_with_the_full_path(string verb)
    {
        await using var refused = await ModuleXProcess.RunAsync(_folder.Path, [.. verb.Split(' '), "--environment=Development"]);

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain(Path.Combine(_folder.Path, "data", "modulex.db"));
        refused.Errors.ShouldContain("database update");
        refused.Errors.ShouldNotContain("   at ");
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_start_says_which_database_and_which_tools_it_uses()
    {
        await using var server = ModuleXProcess.Serve(_folder.Path);
        await server.ReadyAsync();

        await Eventually.BecomesAsync(
            () => Task.FromResult(server.Output.Contains(Path.Combine(_folder.Path, "data", "modulex.db"), StringComparison.Ordinal)),
            "line with the database");

        server.Output.ShouldContain("sqlite");
        server.Output.ShouldContain(Repository.PathOf("integrations"));
    }

    [Fact]
    public async Task Data_of_the_embedded_database_is_its_users_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        await using var server = ModuleXProcess.Serve(_folder.Path);
        await server.ReadyAsync();
        var folder = Path.Combine(_folder.Path, "data");

        (File.GetUnixFileMode(folder) & others).ShouldBe(UnixFileMode.None);
        // The lock and the process id are for everybody to see.
        foreach (var file in Directory.GetFiles(folder, "modulex.db*").Where(file => Path.GetExtension(file) is not (".lock" or ".pid")))
            (File.GetUnixFileMode(file) & others).ShouldBe(UnixFileMode.None, file);
    }

    [Fact]
    public async Task Files_that_others_could_read_are_closed_by_the_next_start()
    {
        if (OperatingSystem.IsWindows()) return;
        await using (var made = await ModuleXProcess.RunAsync(_folder.Path, "database", "update", "--environment=Development"))
            made.ExitCode.ShouldBe(0, made.Errors);
        var file = Path.Combine(_folder.Path, "data", "modulex.db");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await using var server = ModuleXProcess.Serve(_folder.Path);
        await server.ReadyAsync();

        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
