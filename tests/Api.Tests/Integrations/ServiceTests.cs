using ModuleX.Api.Tests.AuthX;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Integrations;

/// <summary>Registering services.</summary>
public sealed class ServiceTests(AuthXScene scene) : IClassFixture<AuthXScene>
{
    private const string Path = "/api/integrations/services/";

    private HttpClient Admin => scene.Admin.Client;

    [Fact]
    public async Task A_service_is_registered_changed_and_taken_away()
    {
        var name = AuthXScene.NewName("Service");
        var made = (await Admin.PostReplyAsync(Path, new { name, base_url = "https://service.example/v1/", secret = SendingServices.NewSecret() }))
            .With(201).Json.GetProperty("data");
        var id = made.GetProperty("id").GetString()!;

        made.EnumerateObject().Select(property => property.Name).ShouldBe(["id", "name", "base_url", "has_secret", "is_active", "created_at", "updated_at"]);
        (made.GetProperty("base_url").GetString(), made.GetProperty("has_secret").GetBoolean()).ShouldBe(("https://service.example/v1", true));
        var changed = (await Admin.PutReplyAsync(Path + id, new { secret = "", is_active = false })).With(200).Json.GetProperty("data");
        (changed.GetProperty("name").GetString(), changed.GetProperty("has_secret").GetBoolean(), changed.GetProperty("is_active").GetBoolean())
            .ShouldBe((name, false, false));
        (await Admin.DeleteReplyAsync(Path + id)).With(200).Json.GetProperty("data").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await Admin.GetReplyAsync(Path + id)).With(404);
    }

    [Fact]
    public async Task A_name_is_taken_once_whatever_its_case()
    {
        var (one, other) = (await scene.ServiceAsync(), await scene.ServiceAsync());

        (await Admin.PostReplyAsync(Path, new { name = one.Name.ToUpperInvariant(), base_url = "https://a.example" })).With(409)["error"]
            .ShouldBe("A service with this name already exists");
        (await Admin.PutReplyAsync(Path + other.Id, new { name = one.Name })).With(409);
        (await Admin.PutReplyAsync(Path + one.Id, new { name = one.Name.ToUpperInvariant() })).With(200);
        var racers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Admin.PostReplyAsync(Path, new { name = one.Name + "-2", base_url = "https://a.example" })));
        racers.Select(reply => reply.Status).Order().ShouldBe([201, .. Enumerable.Repeat(409, 7)]);
    }

    [Theory]
    [InlineData("two words", "https://a.example", null)]
    [InlineData("", "https://a.example", null)]
    [InlineData("..", "https://a.example", null)]
    [InlineData("good", "ftp://a.example", null)]
    [InlineData("good", "/path", null)]
    [InlineData("good", "https://user:word@a.example", null)]
    [InlineData("good", "https://a.example/?x=1", null)]
    [InlineData("good", "https://a.example", "short")]
    [InlineData("good", "https://a.example", "whsec_%%%%%%%%")]
    public async Task What_is_no_service_is_refused(string name, string url, string? secret) =>
        (await Admin.PostReplyAsync(Path, new { name, base_url = url, secret })).With(400)["status"].ShouldBe("failure");

    [Fact]
    public async Task Services_webhooks_and_records_are_there_for_the_tenants_admins_alone()
    {
        var member = await scene.MemberAsync(await scene.OrganizationAsync());
        var (name, integrations) = (AuthXScene.NewName(), "/api/integrations");
        var service = (await Admin.PostReplyAsync(Path, new { name, base_url = "https://inside.example" })).With(201).Json.GetProperty("data")
            .GetProperty("id").GetString();
        var sent = await scene.Anyone.CallAsync(HttpMethod.Post, $"{integrations}/webhooks/{name}", new { to = "ada@example.com" },
            ("X-Event-Type", "user.created"));
        var happened = sent.With(201).Json.GetProperty("data").GetProperty("event_id").GetString();

        foreach (var list in (string[])["services", "webhook-events", "health", "data-sync"])
        {
            (await member.Client.GetReplyAsync($"{integrations}/{list}")).With(200).Text.ShouldNotContain(name);
            (await Admin.GetReplyAsync($"{integrations}/{list}")).With(200);
        }
        foreach (var path in (string[])[$"services/{service}", $"services/{service}/records", $"health/{service}/history", $"webhook-events/{happened}"])
        {
            (await member.Client.GetReplyAsync($"{integrations}/{path}")).With(404);
            (await Admin.GetReplyAsync($"{integrations}/{path}")).With(200);
        }
        (await member.Client.GetReplyAsync($"{integrations}/webhook-events")).Text.ShouldNotContain("ada@example.com");
        (await member.Client.PostReplyAsync($"{integrations}/sync/trigger", new { service_id = service, sync_type = "users" })).With(403);
        (await member.Client.PostReplyAsync(Path, new { name = "mine", base_url = "https://a.example" })).With(403);
        (await scene.Anyone.GetReplyAsync(Path)).With(401);
    }

    [Fact]
    public async Task The_secret_lies_in_the_database_as_cipher_text_only()
    {
        await using var modulex = await AModuleX().StartAsync();
        var (secret, login) = (
            SendingServices.NewSecret(),
            (await modulex.Client.PostReplyAsync("/api/v1/auth/login", new { email = "admin@example.com", password = "admin123" })).With(200));
        (await modulex.Client.CallAsync(
            HttpMethod.Post, Path, new { name = "signed", base_url = "https://a.example", secret },
            ("Authorization", $"Bearer {login["access_token"]}"))).With(201);

        (await modulex.StopAndReadDatabaseAsync()).ShouldNotContain(secret);
    }

    [Fact]
    public async Task Webhooks_of_an_address_have_a_limit_of_their_own()
    {
        await using var modulex = await AModuleX().With("RateLimits:Enabled", "true").With("RateLimits:Anonymous", "100")
            .With("RateLimits:Webhooks", "5").StartAsync();

        for (var number = 0; number < 5; number++) await SendAsync(201);
        await SendAsync(429);
        (await modulex.Client.GetReplyAsync("/api/mock/users/")).With(200);

        async Task SendAsync(int status) => (
            await modulex.Client.CallAsync(HttpMethod.Post, "/api/integrations/webhooks/user-service/", "{}", ("X-Event-Type", "a.b"))).With(status);
    }
}
