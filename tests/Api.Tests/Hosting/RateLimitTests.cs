using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>What callers see of the limits. The windows are longer than a test, however slow the machine.</summary>
public sealed class RateLimitTests
{
    private const string Execution = """{"action":"list_repositories"}""";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);
    private static readonly string Password = $"Aa1!{Guid.NewGuid():N}";

    [Theory]
    [InlineData("GET", "/", null, 200)]
    [InlineData("GET", "/api/system/health", null, 200)]
    [InlineData("GET", "/nosuch", null, 404)]
    [InlineData("GET", "/api/v1/nosuch", null, 404)]
    [InlineData("DELETE", "/api/auth/login", null, 405)]
    [InlineData("GET", "/api/auth/me", null, 401)]
    [InlineData("GET", "/api/auth/callback/github", null, 400)]
    public async Task Every_answer_tells_the_limit(string verb, string path, string? body, int status)
    {
        await using var server = await Limited().StartAsync();

        var reply = (await server.Client.CallAsync(new HttpMethod(verb), path, body)).With(status);

        Told(reply).ShouldBe((300, 299));
        var ends = DateTimeOffset.FromUnixTimeSeconds(long.Parse(reply.Headers.GetValues("X-RateLimit-Reset").Single(), CultureInfo.InvariantCulture));
        (ends - DateTimeOffset.UtcNow).ShouldBeInRange(Window - TimeSpan.FromMinutes(5), Window + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Answer_that_is_begun_anew_keeps_what_it_told()
    {
        await using var server = await Limited().StartAsync();

        Told((await server.Client.PostReplyAsync("/api/auth/login", "{\"email\":")).With(422)).ShouldBe((20, 19));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/ready")]
    public async Task Health_is_not_limited(string path)
    {
        await using var server = await Limited().With("RateLimits:Anonymous", "1").StartAsync();
        (await server.Client.GetReplyAsync("/")).With(200);

        Told((await server.Client.GetReplyAsync(path)).With(200)).ShouldBeNull();
    }

    [Theory]
    [InlineData("/docs/index.html")]
    [InlineData("/openapi.json")]
    [InlineData("/openapi/simple.json")]
    public async Task Documents_count_as_anonymous_requests(string path)
    {
        await using var server = await Limited().With("RateLimits:Anonymous", "1").StartAsync();
        (await server.Client.GetReplyAsync(path)).With(200);

        (await server.Client.GetReplyAsync(path)).With(429);
    }

    [Fact]
    public async Task Refusal_has_the_body_of_its_surface_and_says_when_to_come_again()
    {
        await using var server = await Limited().With("RateLimits:Anonymous", "1").StartAsync();
        (await server.Client.GetReplyAsync("/")).With(200);

        var (modulex, authx, platform, simple, tenants) = (
            await server.Client.GetReplyAsync("/api/nosuch"), await server.Client.GetReplyAsync("/api/v1/users/me"),
            await server.Client.GetReplyAsync("/api/auth/sessions"),
            await server.Client.GetReplyAsync("/"), await server.Client.GetReplyAsync("/api/mock/users"));

        modulex.With(429).Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("RATE_LIMIT_EXCEEDED");
        modulex.Json.GetProperty("success").GetBoolean().ShouldBeFalse();
        authx.With(429).Detail.ShouldStartWith("Too many requests: the limit is 1.");
        platform.With(429).Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("RATE_LIMIT_EXCEEDED");
        platform.Json.GetProperty("status").GetInt32().ShouldBe(429);
        simple.With(429).Detail.ShouldStartWith("Too many requests");
        tenants.With(429)["status"].ShouldBe("failure");
        Reply[] refusals = [modulex, authx, platform, simple, tenants];
        refusals.Select(Told).Distinct().ShouldBe([(1, 0)]);
        refusals.ShouldAllBe(refusal => refusal.Headers.RetryAfter!.Delta > Window - TimeSpan.FromMinutes(5) && refusal.Headers.RetryAfter.Delta <= Window);
    }

    [Fact]
    public async Task Endpoints_that_try_secrets_have_a_stricter_limit_together()
    {
        await using var server = await Limited().With("RateLimits:Sensitive", "4").StartAsync();
        var login = new { email = "nobody@example.com", password = Password };

        Told((await server.Client.PostReplyAsync("/api/auth/login", login)).With(401)).ShouldBe((4, 3));
        (await server.Client.PostReplyAsync("/auth/login", login)).With(401);
        (await server.Client.PostReplyAsync("/api/v1/auth/login", login)).With(401);
        (await server.Client.PostReplyAsync("/api/auth/refresh", new { refresh_token = "mxr_none" })).With(401);

        foreach (var path in new[]
            { "/api/auth/login", "/api/auth/register", "/api/auth/refresh", "/api/system/bootstrap", "/api/v1/auth/login", "/api/v1/auth/register",
            "/api/v1/auth/refresh", "/api/v1/auth/change-password" })
            Told((await server.Client.PostReplyAsync(path, login)).With(429)).ShouldBe((4, 0));
        (await server.Client.GetReplyAsync("/")).With(200);
    }

    [Fact]
    public async Task Two_keys_do_not_disturb_each_other()
    {
        await using var server = await Limited().With("RateLimits:PerPrincipal", "2").StartAsync();
        using var ada = await server.ClientOfAsync("default");
        using var grace = await server.ClientOfAsync("default");

        (await ada.GetReplyAsync("/auth/tools?user_id=a")).With(200);
        Told((await ada.GetReplyAsync("/auth/tools?user_id=b")).With(200)).ShouldBe((2, 0));

        (await ada.GetReplyAsync("/auth/tools?user_id=a")).With(429);
        Told((await grace.GetReplyAsync("/auth/tools?user_id=a")).With(200)).ShouldBe((2, 1));
    }

    [Fact]
    public async Task All_sessions_of_a_user_count_together()
    {
        await using var server = await WithRoot(Limited().With("RateLimits:PerPrincipal", "2")).StartAsync();
        using var first = await SignInAsync(server.Client);
        using var second = await SignInAsync(server.Client);

        (await first.GetReplyAsync("/api/auth/me")).With(200);
        Told((await second.GetReplyAsync("/api/auth/me")).With(200)).ShouldBe((2, 0));

        (await first.GetReplyAsync("/api/auth/me")).With(429);
        (await second.GetReplyAsync("/api/v1/users/me")).With(429);
    }

    [Fact]
    public async Task Refused_keys_and_tokens_count_for_their_address_and_then_cost_no_database()
    {
        using var commands = new CommandCount();
        await using var server = await Limited().With("RateLimits:Anonymous", "2").StartAsync();
        using var known = await server.ClientOfAsync("default");
        (await known.GetReplyAsync("/auth/tools?user_id=a")).With(200);
        var (asked, refused) = (ActivityTraceId.CreateRandom(), ActivityTraceId.CreateRandom());

        Told((await TryKeyAsync(server.Client, asked)).With(401)).ShouldBe((2, 1));
        Told((await server.Client.CallAsync(HttpMethod.Get, "/api/auth/me", null, ("Authorization", "Bearer none"))).With(401)).ShouldBe((2, 0));

        Told((await TryKeyAsync(server.Client, refused)).With(429)).ShouldBe((2, 0));
        (await server.Client.CallAsync(HttpMethod.Get, "/api/auth/me", null, ("Authorization", "Bearer none"))).With(429);
        commands.Of(asked).ShouldBePositive();
        commands.Of(refused).ShouldBe(0);
        // A known caller is not held up by neighbours who guess.
        (await known.GetReplyAsync("/auth/tools?user_id=a")).With(200);
    }

    [Fact]
    public async Task Executions_are_counted_for_their_organization_and_tool()
    {
        await using var server = await Limited().With("RateLimits:PerOrganizationAndTool", "2").StartAsync();
        using var ada = await server.ClientOfAsync("default");
        using var colleague = await server.ClientOfAsync("default");
        using var other = await server.ClientOfAsync("acme");

        Told((await ada.PostReplyAsync("/tools/github/execute?user_id=a", Execution)).With(404)).ShouldBe((2, 1));
        (await colleague.PostReplyAsync("/tools/github/execute?user_id=b", Execution)).With(404);

        (await colleague.PostReplyAsync("/tools/github/execute?user_id=b", Execution)).With(429);
        Told((await ada.PostReplyAsync("/tools/slack/execute?user_id=a", """{"action":"list_channels"}""")).With(404)).ShouldBe((2, 1));
        Told((await other.PostReplyAsync("/tools/github/execute?user_id=a", Execution)).With(404)).ShouldBe((2, 1));
        Told((await ada.PostReplyAsync("/tools/nosuch/execute?user_id=a", Execution)).With(404)).ShouldBe((1000, 997));
    }

    [Fact]
    public async Task Next_window_takes_requests_again()
    {
        var clock = new MovableClock();
        await using var server = await Limited().With("RateLimits:Anonymous", "1").At(clock).StartAsync();
        (await server.Client.GetReplyAsync("/")).With(200);
        (await server.Client.GetReplyAsync("/")).With(429);

        clock.Advance(Window);

        (await server.Client.GetReplyAsync("/")).With(200);
    }

    [Fact]
    public async Task Zero_is_no_limit_and_tells_nothing()
    {
        await using var server = await Limited().With("RateLimits:Anonymous", "0").With("RateLimits:PerPrincipal", "0").StartAsync();

        Told((await server.Client.GetReplyAsync("/")).With(200)).ShouldBeNull();
        Told((await server.Client.GetReplyAsync("/auth/tools?user_id=a")).With(200)).ShouldBeNull();
        Told((await server.Client.GetReplyAsync("/api/auth/me")).With(401)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Window", "00:00:00.5")]
    [InlineData("Window", "01:00:01")]
    [InlineData("PerPrincipal", "-1")]
    [InlineData("Anonymous", "4000001")]
    [InlineData("Sensitive", "-1")]
    [InlineData("PerOrganizationAndTool", "-1")]
    public async Task Number_or_window_that_can_not_be_keeps_the_server_from_starting(string name, string value)
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => Limited().With($"RateLimits:{name}", value).StartAsync());

        refused.Message.ShouldContain($":{name}");
    }

    [Fact]
    public async Task Reloaded_settings_take_effect_at_once()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "modulex.toml");
        await File.WriteAllTextAsync(file, "[RateLimits]\nAnonymous = 7\n");
        await using var server = ModuleXProcess.Serve(
            folder.Path, "--RateLimits:Enabled=true", "--Passwords:Iterations=10000", "--Bootstrap:Email=root@example.com", $"--Bootstrap:Password={Password}");
        await server.ReadyAsync();
        using var root = await SignInAsync(server.Client);
        Told((await server.Client.GetReplyAsync("/"))!)!.Value.Limit.ShouldBe(7);

        await File.WriteAllTextAsync(file, "[RateLimits]\nAnonymous = 90\n");
        (await root.PostReplyAsync("/api/system/config/reload", null)).With(200);
        Told((await server.Client.GetReplyAsync("/")).With(200))!.Value.Limit.ShouldBe(90);

        await File.WriteAllTextAsync(file, "[RateLimits]\nAnonymous = -1\n");
        (await root.PostReplyAsync("/api/system/config/reload", null)).Status.ShouldBeInRange(400, 499);
        Told((await server.Client.GetReplyAsync("/")).With(200))!.Value.Limit.ShouldBe(90);
    }

    private static ModuleXServerBuilder Limited() =>
        ModuleXServerBuilder.AModuleX().With("RateLimits:Enabled", "true").With("RateLimits:Window", Window.ToString());

    private static ModuleXServerBuilder WithRoot(ModuleXServerBuilder builder) =>
        builder.With("Bootstrap:Email", "root@example.com").With("Bootstrap:Password", Password);

    private static async Task<HttpClient> SignInAsync(HttpClient anyone)
    {
        var token = (await anyone.PostReplyAsync("/api/auth/login", new { email = "root@example.com", password = Password })).With(200)["access_token"];
        var client = new HttpClient { BaseAddress = anyone.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A well-formed key that was not tried before.</summary>
    private static Task<Reply> TryKeyAsync(HttpClient client, ActivityTraceId trace) =>
        client.CallAsync(HttpMethod.Get, "/auth/tools?user_id=a", null,
            ("X-API-Key", $"mx_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}"), CommandCount.HeaderOf(trace));

    /// <summary>The limit and what remains of it; null where the answer does not say.</summary>
    private static (int Limit, int Remaining)? Told(Reply reply) => reply.Headers.TryGetValues("X-RateLimit-Limit", out var limit)
        ? (int.Parse(limit.Single(), CultureInfo.InvariantCulture),
            int.Parse(reply.Headers.GetValues("X-RateLimit-Remaining").Single(), CultureInfo.InvariantCulture))
        : null;
}
