using System.Net;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>Which pages of other origins a browser lets call.</summary>
public sealed class CorsTests
{
    private const string Allowed = "https://app.example.com";

    [Fact]
    public async Task Pages_of_other_origins_may_not_call_unless_one_is_named()
    {
        await using var server = await AModuleX().StartAsync();

        using var asked = await AskAsync(server, Allowed);
        using var called = await CallAsync(server, Allowed);

        asked.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        called.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task A_named_origin_may_send_what_the_api_reads_and_read_what_it_says_also_of_errors()
    {
        await using var server = await AModuleX().With("Cors:AllowedOrigins:0", Allowed).StartAsync();

        using var asked = await AskAsync(server, Allowed);
        using var called = await CallAsync(server, Allowed);

        asked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        One(asked, "Access-Control-Allow-Origin").ShouldBe(Allowed);
        One(asked, "Access-Control-Allow-Methods").Split(',').ShouldContain("PUT");
        One(asked, "Access-Control-Allow-Headers").Split(',').ShouldBe(
            ["Authorization", "Content-Type", "Idempotency-Key", "X-API-Key", "X-Organization-ID", "X-Tenant-Domain", "traceparent", "tracestate"],
                ignoreOrder: true);
        asked.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
        called.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        One(called, "Access-Control-Allow-Origin").ShouldBe(Allowed);
        One(called, "Access-Control-Expose-Headers").Split(',').ShouldContain("Retry-After");
    }

    [Theory]
    [InlineData("https://app.example.com.evil.example")]
    [InlineData("http://app.example.com")]
    [InlineData("https://app.example.com:8443")]
    [InlineData("null")]
    public async Task Another_origin_than_the_named_one_may_not(string origin)
    {
        await using var server = await AModuleX().With("Cors:AllowedOrigins:0", Allowed).StartAsync();

        using var asked = await AskAsync(server, origin);
        using var called = await CallAsync(server, origin);

        asked.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        called.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task Browsers_questions_do_not_count_as_requests()
    {
        await using var server = await AModuleX().With("Cors:AllowedOrigins:0", Allowed).With("RateLimits:Enabled", "true")
            .With("RateLimits:Anonymous", "3").StartAsync();

        for (var question = 0; question < 10; question++)
        {
            using var asked = await AskAsync(server, Allowed);
            asked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        using var called = await CallAsync(server, Allowed);
        called.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("app.example.com")]
    [InlineData("https://app.example.com/")]
    [InlineData("https://app.example.com/dashboard")]
    public async Task What_is_no_origin_keeps_the_server_from_starting(string origin)
    {
        using var folder = new TempFolder();

        await using var run = await ModuleXProcess.RunAsync(
            folder.Path, "serve", "--environment=Development", "--Urls=http://127.0.0.1:0", $"--Catalog:Path={Repository.PathOf("integrations")}",
            $"--Cors:AllowedOrigins:0={origin}");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("Cors:AllowedOrigins must be origins such as https://app.example.com");
    }

    /// <summary>What a browser asks before a call.</summary>
    private static Task<HttpResponseMessage> AskAsync(ModuleXServer server, string origin) => SendAsync(
        server, HttpMethod.Options,
        [("Origin", origin), ("Access-Control-Request-Method", "PUT"), ("Access-Control-Request-Headers", "authorization,x-organization-id")]);

    /// <summary>The call itself, without a token.</summary>
    private static Task<HttpResponseMessage> CallAsync(ModuleXServer server, string origin) => SendAsync(server, HttpMethod.Get, [("Origin", origin)]);

    private static async Task<HttpResponseMessage> SendAsync(ModuleXServer server, HttpMethod method, IReadOnlyList<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, "/api/auth/me");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await server.Client.SendAsync(request);
    }

    private static string One(HttpResponseMessage answer, string header) => answer.Headers.GetValues(header).ShouldHaveSingleItem();
}
