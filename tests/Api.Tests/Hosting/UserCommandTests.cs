using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>The way back for an operator whose only super admin can't sign in.</summary>
public sealed class UserCommandTests : IAsyncLifetime
{
    private const string Admin = "admin@example.com";
    private const string Ada = "ada@example.com";

    private readonly TempFolder _folder = new();
    private readonly string _password = $"Aa1!{Guid.NewGuid():N}";
    private ModuleXProcess _server = null!;

    public async Task InitializeAsync()
    {
        _server = ModuleXProcess.Serve(_folder.Path, "--Bootstrap:Email=root@example.com", $"--Bootstrap:Password={_password}");
        await _server.ReadyAsync();
        (await _server.Client.PostReplyAsync("/api/auth/register", new { email = Ada, password = _password })).With(201);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Users_are_listed_with_what_they_are()
    {
        await using var listed = await RunAsync("users", "list");

        listed.ExitCode.ShouldBe(0, listed.Errors);
        var rows = listed.Output.Split('\n').Skip(1).Select(line => line.Split('\t')).ToList();
        rows.Select(row => row[1]).ShouldBe([Ada, "root@example.com"], ignoreOrder: true);
        rows.Single(row => row[1] == "root@example.com")[3].ShouldBe("SuperAdmin");
        listed.Output.ShouldNotContain(_password);
    }

    [Fact]
    public async Task A_new_password_works_where_the_old_one_was_locked_out_and_ends_all_sessions()
    {
        var session = await SignInAsync(Ada, _password);
        for (var guess = 0; guess < 6; guess++) await _server.Client.PostReplyAsync("/api/auth/login", new { email = Ada, password = "wrong" });

        await using var reset = await RunAsync("users", "reset-password", Ada);

        reset.ExitCode.ShouldBe(0, reset.Errors);
        reset.Output.ShouldNotContain(' ');
        await SignInAsync(Ada, reset.Output);
        (await _server.Client.PostReplyAsync("/api/auth/login", new { email = Ada, password = _password })).With(401);
        await Eventually.BecomesAsync(
            async () => (await _server.Client.CallAsync(HttpMethod.Get, "/api/auth/me", null, ("Authorization", $"Bearer {session}"))).Status == 401,
            "end of the session");
        (await AuditAsync()).ShouldContain("user_password_changed");
    }

    [Fact]
    public async Task A_user_is_made_a_super_admin()
    {
        await using var made = await RunAsync("users", "make-admin", Ada);

        made.ExitCode.ShouldBe(0, made.Errors);
        var token = await SignInAsync(Ada, _password);
        (await _server.Client.CallAsync(HttpMethod.Get, "/api/config", null, ("Authorization", $"Bearer {token}"))).With(200);
        (await AuditAsync()).ShouldContain("user_updated");
    }

    [Theory]
    [InlineData("reset-password")]
    [InlineData("make-admin")]
    public async Task A_user_that_is_not_there_is_told(string verb)
    {
        await using var refused = await RunAsync("users", verb, "nosuch@example.com");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("nosuch@example.com");
    }

    [Fact]
    public async Task A_first_admin_in_the_settings_is_said_to_be_ignored_where_there_is_one()
    {
        await _server.AskToEndAsync();
        await _server.ExitAsync(TimeSpan.FromSeconds(60));

        await using var again = ModuleXProcess.Serve(_folder.Path, $"--Bootstrap:Email={Admin}", $"--Bootstrap:Password={_password}");
        await again.ReadyAsync();

        await Eventually.BecomesAsync(() => Task.FromResult(again.Output.Contains("Bootstrap:Email", StringComparison.Ordinal)), "line about the setting");
        (await again.Client.PostReplyAsync("/api/auth/login", new { email = Admin, password = _password })).With(401);
        again.Output.ShouldNotContain(_password);
    }

    private async Task<string> SignInAsync(string email, string password) =>
        (await _server.Client.PostReplyAsync("/api/auth/login", new { email, password })).With(200)["access_token"]!;

    private async Task<string> AuditAsync()
    {
        var token = await SignInAsync("root@example.com", _password);
        return (await _server.Client.CallAsync(HttpMethod.Get, "/api/v1/audit/logs?size=100", null, ("Authorization", $"Bearer {token}"))).With(200).Text;
    }

    private Task<ModuleXProcess> RunAsync(params string[] arguments) => ModuleXProcess.RunAsync(_folder.Path, [.. arguments, "--environment=Development"]);
}
