using System.Text.RegularExpressions;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Hosting;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Identity;

/// <summary>How a new installation comes by its first super admin.</summary>
public sealed partial class FirstAdminTests
{
    private static readonly object Root = new { email = "root@example.com", password = IdentityScene.Password };

    [Fact]
    public async Task Production_prints_a_token_that_makes_the_super_admin_once()
    {
        using var folder = new TempFolder();
        await using var server = ModuleXProcess.Serve(folder.Path, StartTests.NewMasterKey(), "--environment=Production");
        await server.ReadyAsync();
        Task<Reply> BootstrapAsync(string token) => server.Client.PostReplyAsync(
            "/api/system/bootstrap", new { token, email = "root@example.com", password = IdentityScene.Password });
        var token = Token().Match(server.Errors).Value;
        token.ShouldNotBeEmpty();
        server.Output.ShouldNotContain(token);
        (await server.Client.PostReplyAsync("/api/auth/login", new { email = "admin@example.com", password = "admin123" })).With(401);

        (await BootstrapAsync("mxb_" + new string('a', 43))).With(403);
        (await server.Client.PostReplyAsync("/api/system/bootstrap", new { token, email = "root@example.com", password = "weak" })).With(422);
        (await BootstrapAsync(token)).With(201);
        (await BootstrapAsync(token)).With(403);

        var root = (await server.Client.PostReplyAsync("/api/auth/login", Root)).With(200)["access_token"]!;
        (await server.Client.CallAsync(HttpMethod.Get, "/api/system/validate-auth", null, ("Authorization", $"Bearer {root}"))).With(200)["user_role"]
            .ShouldBe("SUPER_ADMIN");
    }

    [Fact]
    public async Task Settings_name_the_super_admin()
    {
        await using var server = await AModuleX().With("Bootstrap:Email", "root@example.com").With("Bootstrap:Password", IdentityScene.Password).StartAsync();

        (await server.Client.PostReplyAsync("/api/auth/login", Root)).With(200);
        (await server.Client.PostReplyAsync("/api/auth/login", new { email = "admin@example.com", password = "admin123" })).With(401);
    }

    [Fact]
    public async Task Password_of_the_settings_is_held_against_the_policy()
    {
        var builder = AModuleX().With("Bootstrap:Email", "root@example.com").With("Bootstrap:Password", "weak");

        var refused = await Should.ThrowAsync<Infrastructure.Persistence.Startup.StartupException>(builder.StartAsync);

        refused.Message.ShouldStartWith("The super admin of Bootstrap:Email can't be made: ");
        refused.Message.ShouldNotContain("weak");
    }

    [Fact]
    public async Task Development_has_the_account_of_the_documents()
    {
        await using var server = await AModuleX().StartAsync();

        var login = (await server.Client.PostReplyAsync("/api/auth/login", new { email = "admin@example.com", password = "admin123" })).With(200);

        login.Json.GetProperty("user").GetProperty("username").GetString().ShouldBe("admin");
        (await server.Client.PostReplyAsync(
            "/api/system/bootstrap", new { token = "mxb_" + new string('a', 43), email = "root@example.com", password = IdentityScene.Password })).With(403);
    }

    [GeneratedRegex("mxb_[A-Za-z0-9_-]{43}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
