using System.Security.Cryptography;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>What keeps the program from starting is told in words, without a stack trace.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_that_is_wrong_with_the_settings_is_told_at_once()
    {
        await using var refused = await ModuleXProcess.RunAsync(
            _folder.Path, "--environment=Development", "--Database:Provider=oracle", "--Runs:MaxAttempts=9", "--PublicUrl=nope", "--Shutdown:Timeout=-00:00:01",
            "--Egress:Allow:0=not/a/host", "--Sessions:TokenTimeout=00:00:00");

        refused.ExitCode.ShouldBe(1);
        var lines = refused.Errors.Split('\n');
        lines[0].ShouldBe("The settings are not right:");
        foreach (var setting in new[] { "Database:Provider", "Runs:MaxAttempts", "PublicUrl", "Shutdown:Timeout", "Egress:Allow", "Sessions:TokenTimeout" })
            lines.ShouldContain(line => line.StartsWith($"  {setting} "), refused.Errors);
        lines.Length.ShouldBe(7, refused.Errors);
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--Runs:MaxAttempts=many", "Runs:MaxAttempts")]
    [InlineData("--Shutdown:Timeout=soon", "Shutdown:Timeout")]
    [InlineData("--Sessions:VerifyCredentials=perhaps", "Sessions:VerifyCredentials")]
    [InlineData("--MockServices:Enabled=perhaps", "MockServices:Enabled")]
    [InlineData("--Urls=nonsense", "Urls must be")]
    [InlineData("--Logging:LogLevel:Default=Loud", "Loud")]
    [InlineData("--Database:ConnectionString=Data Source=:memory:", "Database:ConnectionString")]
    [InlineData("--Database:ConnectionString=Nonsense=1", "Database:ConnectionString")]
    public async Task A_setting_of_another_kind_is_named_without_a_stack_trace(string setting, string named)
    {
        await using var refused = await ModuleXProcess.RunAsync(_folder.Path, "--environment=Development", setting);

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain(named);
        refused.Errors.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("--bogus", "Unknown argument --bogus")]
    [InlineData("extra", "Unknown argument extra")]
    [InlineData("--Nosuch:Setting=1", "The settings are not right:\n  Nosuch:Setting is no setting")]
    public async Task An_unknown_argument_is_refused(string argument, string said)
    {
        await using var refused = await ModuleXProcess.RunAsync(_folder.Path, "serve", argument);

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldStartWith(said);
        refused.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Production_does_not_start_without_a_master_key()
    {
        await using var refused = await ModuleXProcess.RunAsync(_folder.Path, "serve", "--PublicUrl=https://modulex.example");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldStartWith("No master key: set MODULEX_MASTER_KEY");
        refused.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Production_takes_no_password_that_guessers_try_first()
    {
        await using var refused = await ModuleXProcess.RunAsync(_folder.Path, NewMasterKey(), "serve", "--Passwords:AllowCommon=true");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("Passwords:AllowCommon is for the Development environment only");
    }

    [Fact]
    public async Task A_wrong_master_key_is_refused_and_the_right_one_still_works()
    {
        var key = NewMasterKey();
        await using (var made = await ModuleXProcess.RunAsync(_folder.Path, key, "database", "update")) made.ExitCode.ShouldBe(0, made.Errors);
        await using (var made = await ModuleXProcess.RunAsync(_folder.Path, key, "keys", "create", "--organization", "default", "--name",
            "n")) made.ExitCode.ShouldBe(0, made.Errors);

        await using var wrong = await ModuleXProcess.RunAsync(_folder.Path, NewMasterKey(), "serve", "--PublicUrl=https://modulex.example");
        await using var right = await ModuleXProcess.RunAsync(_folder.Path, key, "keys", "list", "--organization", "default");

        wrong.ExitCode.ShouldBe(1);
        wrong.Errors.ShouldContain("MODULEX_MASTER_KEY");
        wrong.Errors.ShouldNotContain("   at ");
        right.ExitCode.ShouldBe(0, right.Errors);
    }

    internal static Dictionary<string, string> NewMasterKey() => new() { ["MODULEX_MASTER_KEY"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };
}
