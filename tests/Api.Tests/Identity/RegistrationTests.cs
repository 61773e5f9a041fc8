using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Identity;

/// <summary>Who may make an account, and where.</summary>
public sealed class RegistrationTests(IdentityScene scene) : IClassFixture<IdentityScene>
{
    [Fact]
    public async Task Registration_that_a_setting_has_closed_is_refused()
    {
        await using var server = await AModuleX().With("Logins:RegistrationIsOpen", "false").StartAsync();

        foreach (var path in (string[])["/api/auth/register", "/api/v1/auth/register"])
            (await server.Client.PostReplyAsync(path, new { email = "ada@example.com", username = "ada", password = IdentityScene.Password })).With(403);
        (await server.Client.PostReplyAsync("/api/auth/login", new { email = "ada@example.com", password = IdentityScene.Password })).With(401);
    }

    [Fact]
    public async Task Another_persons_address_is_no_username_and_hidden_characters_are_refused()
    {
        var name = $"{Guid.NewGuid():N}";

        foreach (var (email, username) in ((string, string)[])
            [($"{name}@example.com", "admin@example.com"), ($"{name}\u200B@example.com", name), ($"\u202E{name}@example.com", name),
                ($"{name}@example.com", $"{name}\u200D")])
            (await scene.PostAsync("/api/v1/auth/register", new { email, username, password = IdentityScene.Password })).With(422);
    }

    [Fact]
    public async Task An_accent_is_one_however_a_keyboard_writes_it()
    {
        await using var server = await AModuleX().Direct("the format email of JSON Schema has no accents").StartAsync();
        var (name, password) = ($"{Guid.NewGuid():N}", $"{IdentityScene.Password}caf");
        var (email, twin) = ($"ren\u00E9{name}@example.com", $"rene\u0301{name}@example.com");
        (await server.Client.PostReplyAsync("/api/v1/auth/register", new { email, username = name, password = password + "\u00E9" })).With(201);

        (await server.Client.PostReplyAsync("/api/auth/register", new { email = twin, password = IdentityScene.Password })).With(400)["detail"]
            .ShouldBe("Email already registered");
        (await server.Client.PostReplyAsync("/api/auth/login", new { email = twin, password = password + "e\u0301" })).With(200);
    }

    [Fact]
    public async Task An_organization_that_is_closed_and_one_that_is_not_there_are_refused_alike()
    {
        var closed = (await scene.Server.CreateOrganizationAsync($"closed-{Guid.NewGuid():N}")).Id.ToString();

        var replies = new List<Reply>();
        foreach (var id in (string[])[closed, Guid.NewGuid().ToString()]) replies.Add((await RegisterAsync(id)).With(403));

        replies[0].Text.ShouldBe(replies[1].Text);
    }

    [Fact]
    public async Task An_organization_that_is_open_takes_people_until_it_is_inactive()
    {
        var open = (await scene.Server.CreateOrganizationAsync($"open-{Guid.NewGuid():N}")).Id.ToString();
        (await scene.CallAsync(scene.Root, HttpMethod.Put, $"/api/organizations/{open}", new { settings = new { registration = "open" } })).With(200);
        (await RegisterAsync(open)).With(201)["organization_id"].ShouldBe(open);

        (await scene.CallAsync(scene.Root, HttpMethod.Put, $"/api/organizations/{open}", new { is_active = false })).With(200);

        (await RegisterAsync(open)).With(403);
    }

    private Task<Reply> RegisterAsync(string organization)
    {
        var name = $"person-{Guid.NewGuid():N}";
        return scene.PostAsync(
            "/api/v1/auth/register", new { email = $"{name}@example.com", username = name, password = IdentityScene.Password, organization_id = organization });
    }
}
