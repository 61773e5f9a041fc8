using ModuleX.Api.Tests.Fixtures;
using ModuleX.Domain.Access;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Simple;

/// <summary>Backends are known by their API keys. The calls come from this machine, so the keyless caller is kept out by a proxy's header.</summary>
public sealed class KeyTests : IAsyncLifetime
{
    private static readonly (string, string) ThroughAProxy = ("X-Forwarded-For", "203.0.113.7");

    private readonly MovableClock _clock = new();
    private ModuleXServer _modulex = null!;

    public async Task InitializeAsync() => _modulex = await AModuleX().At(_clock).StartAsync();

    public async Task DisposeAsync() => await _modulex.DisposeAsync();

    [Theory]
    [InlineData("GET", "/auth/url/mock?user_id=ada")]
    [InlineData("POST", "/auth/manual")]
    [InlineData("GET", "/auth/tools?user_id=ada")]
    [InlineData("PUT", "/auth/tools/mock/status?user_id=ada")]
    [InlineData("PUT", "/auth/tools/mock/actions/list_users/status?user_id=ada")]
    [InlineData("DELETE", "/auth/tools/mock?user_id=ada")]
    [InlineData("POST", "/tools/mock/execute?user_id=ada")]
    [InlineData("GET", "/tools/openai-tools?user_id=ada")]
    public async Task Without_a_key_everything_about_people_is_refused(string method, string path)
    {
        var reply = await _modulex.Client.CallAsync(new HttpMethod(method), path, method is "GET" or "DELETE" ? null : "{}", ThroughAProxy);

        reply.With(401).Detail.ShouldBe("An API key is required: send it in the X-API-Key header");
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/health/", 200)]
    [InlineData("/tools/", 200)]
    [InlineData("/tools/mock", 200)]
    [InlineData("/auth/callback/mock?state=x&code=y", 400)]
    public async Task What_is_about_nobody_needs_no_key(string path, int status)
    {
        var reply = await _modulex.Client.CallAsync(HttpMethod.Get, path, null, ThroughAProxy);

        reply.With(status);
    }

    [Theory]
    [InlineData("mx_unknown")]
    [InlineData("mx_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer x")]
    [InlineData("mx_../../../etc/passwd' OR 1=1 --AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_unknown_key_is_refused_even_on_this_machine(string key)
    {
        using var client = _modulex.ClientWith(null);

        var reply = await client.CallAsync(HttpMethod.Get, "/auth/tools?user_id=ada", null, ("X-API-Key", key));

        reply.With(401).Detail.ShouldBe("The API key is unknown, expired or revoked");
    }

    [Fact]
    public async Task A_key_that_has_expired_is_refused_from_then_on()
    {
        using var client = _modulex.ClientWith((await _modulex.CreateKeyAsync(expiresAt: _clock.GetUtcNow() + TimeSpan.FromHours(1))).Plain);
        (await client.GetReplyAsync("/auth/tools?user_id=ada")).With(200);

        _clock.Advance(TimeSpan.FromHours(1));

        (await client.GetReplyAsync("/auth/tools?user_id=ada")).With(401).Detail.ShouldBe("The API key is unknown, expired or revoked");
    }

    [Fact]
    public async Task A_revoked_key_is_refused_within_a_second()
    {
        var key = await _modulex.CreateKeyAsync();
        using var client = _modulex.ClientWith(key.Plain);
        (await client.GetReplyAsync("/auth/tools?user_id=ada")).With(200);

        await _modulex.RevokeAsync(key.Key.Id);

        await Eventually.SoAsync("refusal of the revoked key", async () => (await client.GetReplyAsync("/auth/tools?user_id=ada")).Status == 401, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(ApiKeyScopes.SessionsRead, "/auth/tools?user_id=ada", "GET")]
    [InlineData(ApiKeyScopes.SessionsRead, "/tools/openai-tools?user_id=ada", "GET")]
    [InlineData(ApiKeyScopes.SessionsWrite, "/auth/url/mock?user_id=ada", "GET")]
    [InlineData(ApiKeyScopes.SessionsWrite, "/auth/manual", "POST")]
    [InlineData(ApiKeyScopes.SessionsWrite, "/auth/tools/mock/status?user_id=ada", "PUT")]
    [InlineData(ApiKeyScopes.SessionsWrite, "/auth/tools/mock/actions/list_users/status?user_id=ada", "PUT")]
    [InlineData(ApiKeyScopes.SessionsWrite, "/auth/tools/mock?user_id=ada", "DELETE")]
    [InlineData(ApiKeyScopes.RunsExecute, "/tools/mock/execute?user_id=ada", "POST")]
    public async Task A_key_without_the_scope_is_forbidden_and_one_with_it_is_not(string scope, string path, string method)
    {
        using var without = _modulex.ClientWith((await _modulex.CreateKeyAsync(scopes: [.. ApiKeyScopes.All.Remove(scope)])).Plain);
        using var with = _modulex.ClientWith((await _modulex.CreateKeyAsync(scopes: [scope])).Plain);
        var body = method is "GET" or "DELETE" ? null : "{}";

        var forbidden = await without.CallAsync(new HttpMethod(method), path, body);
        var allowed = await with.CallAsync(new HttpMethod(method), path, body);

        forbidden.With(403).Detail.ShouldBe($"The API key lacks the scope {scope}");
        allowed.Status.ShouldNotBe(403, allowed.Text);
        allowed.Status.ShouldNotBe(401, allowed.Text);
    }

    [Fact]
    public async Task The_last_use_of_a_key_is_written()
    {
        var key = await _modulex.CreateKeyAsync();
        using var client = _modulex.ClientWith(key.Plain);

        (await client.GetReplyAsync("/auth/tools?user_id=ada")).With(200);

        await Eventually.SoAsync("time of last use", async () => (await _modulex.ReadKeyAsync(key.Key.Id)).LastUsedAt is not null, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task No_key_is_in_the_log_or_in_the_database()
    {
        var key = await _modulex.CreateKeyAsync();
        using var client = _modulex.ClientWith(key.Plain);
        (await client.GetReplyAsync("/auth/tools?user_id=ada")).With(200);
        await _modulex.RevokeAsync(key.Key.Id);

        var database = await _modulex.StopAndReadDatabaseAsync();

        database.ShouldContain(key.Key.Prefix);
        database.Contains(key.Plain, StringComparison.Ordinal).ShouldBeFalse();
        _modulex.Log.Lines.ShouldAllBe(line => !line.Contains(key.Plain));
    }
}
