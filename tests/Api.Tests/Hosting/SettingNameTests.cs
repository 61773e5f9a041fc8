using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>A slip of the pen in a setting's name must not leave the operator with another server than the one that was meant.</summary>
public sealed class SettingNameTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--RateLimits:Enable=false", "RateLimits:Enable is no setting. Did you mean RateLimits:Enabled?")]
    [InlineData("--Databse:Provider=postgresql", "Databse:Provider is no setting. Did you mean Database:Provider?")]
    [InlineData("--Records:Retention:Reqest=3", "Records:Retention:Reqest is no setting. Did you mean Records:Retention:Request?")]
    [InlineData("--Tools:github:Servr=https://github.example.com", "Tools:github:Servr is no setting. Did you mean Tools:github:Server?")]
    [InlineData("--Runs:MaxAttempts:0=3", "Runs:MaxAttempts:0 is no setting. Did you mean Runs:MaxAttempts?")]
    [InlineData("--Zebra:Crossing=1", "Zebra:Crossing is no setting. docs/settings.md has them all.")]
    public async Task An_unknown_name_on_the_command_line_is_refused_with_the_nearest_one(string argument, string said)
    {
        await using var refused = await ModuleXProcess.RunAsync(_folder.Path, "serve", "--environment=Development", argument);

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain(said);
        refused.Errors.ShouldNotContain("   at ");
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Unknown_names_in_the_file_are_refused_all_at_once()
    {
        Write("[Database]\nProvder = 'postgresql'\n[Rnus]\nMaxAttempts = 2\n");

        await using var refused = await ModuleXProcess.RunAsync(_folder.Path, "serve", "--environment=Development", "--Runs:MaxAttempts=9");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("Database:Provder is no setting. Did you mean Database:Provider?");
        refused.Errors.ShouldContain("Rnus:MaxAttempts is no setting. Did you mean Runs:MaxAttempts?");
        refused.Errors.ShouldContain("Runs:MaxAttempts must be");
    }

    [Fact]
    public async Task An_unknown_name_in_the_environment_is_warned_of()
    {
        Dictionary<string, string> environment = new() { ["RateLimits__Enable"] = "false", ["Databse__Provider"] = "postgresql", ["Other__Program"] = "1" };

        await using var server = ModuleXProcess.Serve(_folder.Path, environment);
        await server.ReadyAsync();

        await Eventually.BecomesAsync(
            () => Task.FromResult(new[] { "RateLimits__Enable", "Databse__Provider" }.All(name => server.Output.Contains(name, StringComparison.Ordinal))),
            "warning");
        server.Output.ShouldNotContain("Other__Program");
    }

    [Fact]
    public async Task Every_setting_of_another_form_is_named_with_an_example_of_the_right_one()
    {
        await using var refused = await ModuleXProcess.RunAsync(
            _folder.Path, "serve", "--environment=Development", "--Shutdown:Timeout=30s", "--Runs:MaxAttempts=many", "--Database:Provider=mysql",
            "--MockServices:Enabled=perhaps",
            "--Logging:LogLevel:Default=Loud");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("Shutdown:Timeout is \"30s\" and must be a time, as in 00:00:30");
        refused.Errors.ShouldContain("Runs:MaxAttempts is \"many\" and must be a whole number, as in 8");
        refused.Errors.ShouldContain("MockServices:Enabled is \"perhaps\" and must be true or false");
        refused.Errors.ShouldContain("Logging:LogLevel:Default is \"Loud\" and must be one of Trace, Debug, Information, Warning, Error, Critical, None");
        refused.Errors.ShouldContain("Database:Provider must be one of sqlite, postgresql, sqlserver");
        refused.Errors.ShouldNotContain("   at ");
        refused.Errors.ShouldNotContain("Failed to convert");
    }

    [Fact]
    public async Task A_reload_refuses_an_unknown_name_and_a_signal_reloads()
    {
        Write("[Logging.LogLevel]\nDefault = 'Information'\n");
        await using var server = ModuleXProcess.Serve(_folder.Path);
        await server.ReadyAsync();

        Write("[RateLimits]\nEnable = false\n");
        await server.HangUpAsync();
        await Eventually.BecomesAsync(
            () => Task.FromResult(server.Output.Contains("RateLimits:Enable is no setting", StringComparison.Ordinal)), "refusal in the log");
        Write("AllowedHosts = 'modulex.example'\n");
        await server.HangUpAsync();
        await Eventually.BecomesAsync(async () => (await server.Client.GetReplyAsync("/health/live")).Status == 400, "new setting that counts");

        server.HasExited.ShouldBeFalse();
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder.Path, "modulex.toml"), text);
}
