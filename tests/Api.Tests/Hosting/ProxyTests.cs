using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>Whose word on the caller's address is believed.</summary>
public sealed class ProxyTests
{
    private const string Login = """{"email":"unknown@example.com","password":"Aa1!wrong-wrong"}""";

    [Fact]
    public async Task People_behind_a_trusted_proxy_have_limits_of_their_own()
    {
        await using var server = await Behind("127.0.0.1").StartAsync();

        (await LoginAsync(server, "203.0.113.1")).ShouldBe(401);
        (await LoginAsync(server, "203.0.113.1")).ShouldBe(429);
        (await LoginAsync(server, "203.0.113.2")).ShouldBe(401);
    }

    [Fact]
    public async Task Addresses_are_read_from_the_right_so_a_caller_can_not_choose_its_own()
    {
        await using var server = await Behind("127.0.0.0/8").StartAsync();

        (await LoginAsync(server, "198.51.100.1, 203.0.113.1, 127.0.0.9")).ShouldBe(401);
        (await LoginAsync(server, "198.51.100.2, 203.0.113.1, 127.0.0.9")).ShouldBe(429);
    }

    [Fact]
    public async Task A_proxy_that_is_not_trusted_is_the_caller()
    {
        await using var server = await Behind("10.0.0.0/8").StartAsync();

        (await LoginAsync(server, "203.0.113.1")).ShouldBe(401);
        (await LoginAsync(server, "203.0.113.2")).ShouldBe(429);
    }

    [Fact]
    public async Task Audit_shows_the_person_and_not_the_proxy()
    {
        await using var server = await Behind("127.0.0.1").StartAsync();
        var reply = await server.Client.CallAsync(
            HttpMethod.Post, "/api/auth/login", """{"email":"admin@example.com","password":"admin123"}""", ("X-Forwarded-For", "203.0.113.7"));
        var token = reply.With(200).Json.GetProperty("access_token").GetString();

        var logs = await server.Client.CallAsync(
            HttpMethod.Get, "/api/v1/audit/logs", null, ("Authorization", $"Bearer {token}"), ("X-Forwarded-For", "203.0.113.7"));

        logs.With(200).Json.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("ip_address"))
            .Where(address => address.ValueKind == JsonValueKind.String)
            .Select(address => address.GetString()).ShouldContain("203.0.113.7");
    }

    private static ModuleXServerBuilder Behind(string proxy) => ModuleXServerBuilder.AModuleX()
        .With("Proxies:Trusted:0", proxy).With("RateLimits:Enabled", "true").With("RateLimits:Sensitive", "1").With("RateLimits:Window", "00:30:00")
        .Direct("the test is the proxy");

    private static async Task<int> LoginAsync(ModuleXServer server, string forwardedFor) =>
        (await server.Client.CallAsync(HttpMethod.Post, "/api/auth/login", Login, ("X-Forwarded-For", forwardedFor))).Status;
}
