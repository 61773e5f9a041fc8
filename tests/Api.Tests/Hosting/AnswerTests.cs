using ModuleX.Api.Hosting;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Simple;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>What every answer of every surface has.</summary>
public sealed class AnswerTests(SimpleScene scene) : IClassFixture<SimpleScene>
{
    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/health", 200)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/health/ready", 200)]
    [InlineData("GET", "/tools", 200)]
    [InlineData("GET", "/openapi/simple.json", 200)]
    [InlineData("GET", "/openapi/tenants.json", 200)]
    [InlineData("GET", "/openapi/modulex.json", 200)]
    [InlineData("GET", "/openapi/authx.json", 200)]
    [InlineData("GET", "/openapi/platform.json", 200)]
    [InlineData("GET", "/openapi.json", 200)]
    [InlineData("GET", "/api/mock/users", 200)]
    [InlineData("GET", "/auth/tools", 400)]
    [InlineData("GET", "/nosuch", 404)]
    [InlineData("GET", "/tools/nosuch", 404)]
    [InlineData("GET", "/api/mock/nosuch", 404)]
    [InlineData("DELETE", "/health", 405)]
    [InlineData("DELETE", "/api/mock/users", 405)]
    [InlineData("POST", "/auth/manual", 400)]
    public async Task Every_answer_has_the_security_headers(string method, string path, int status)
    {
        var reply = await scene.Client.CallAsync(new HttpMethod(method), path);

        reply.With(status).Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        reply.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        reply.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        reply.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        reply.Headers.CacheControl!.NoStore.ShouldBeTrue();
        reply.Headers.Contains("Server").ShouldBeFalse();
        reply.Headers.Contains("X-Powered-By").ShouldBeFalse();
    }

    [Fact]
    public async Task The_docs_page_runs_its_own_scripts_only()
    {
        var reply = (await scene.Client.GetReplyAsync("/docs/index.html")).With(200);

        reply.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self'; script-src 'self'");
        reply.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        reply.Text.ShouldNotContain("src=\"http");
        reply.Text.ShouldNotContain("href=\"http");
    }

    [Fact]
    public async Task The_docs_page_holds_nothing_of_its_request()
    {
        using var client = new HttpClient { BaseAddress = scene.Client.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/elsewhere");

        var page = (await client.GetReplyAsync("/docs")).With(200);

        page.Text.ShouldContain("\"/docs/oauth2-redirect.html\"");
        page.Text.ShouldNotContain("elsewhere");
    }

    [Theory]
    [InlineData("/docs")]
    [InlineData("/docs/")]
    public async Task The_docs_page_is_answered_at_once_and_finds_its_files(string path)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = scene.Client.BaseAddress };

        var page = (await client.GetReplyAsync(path)).With(200);

        page.ContentType.ShouldBe("text/html");
        page.Text.ShouldContain("<base href=\"/docs/\">");
        (await client.GetReplyAsync("/docs/swagger-ui.css")).With(200);
    }

    [Theory]
    [InlineData("/nosuch", """{"detail":"Not Found","code":"RESOURCE_NOT_FOUND"}""")]
    [InlineData("/health/nosuch", """{"detail":"Not Found","code":"RESOURCE_NOT_FOUND"}""")]
    [InlineData("/api/mock/nosuch", """{"status":"failure","error":"Not Found","data":null}""")]
    public async Task An_unknown_path_has_the_body_of_its_surface(string path, string body)
    {
        var reply = await scene.Client.GetReplyAsync(path);

        reply.With(404).Text.ShouldBe(body);
    }

    [Theory]
    [InlineData("/", "GET", """{"detail":"Method Not Allowed","code":"METHOD_NOT_ALLOWED"}""")]
    [InlineData("/health", "GET", """{"detail":"Method Not Allowed","code":"METHOD_NOT_ALLOWED"}""")]
    [InlineData("/api/mock/users", "GET,POST", """{"status":"failure","error":"Method Not Allowed","data":null}""")]
    public async Task A_method_that_is_not_there_has_the_body_of_its_surface_and_names_those_that_are(string path, string allowed, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path);
        using var response = await scene.Client.SendAsync(request);

        ((int)response.StatusCode).ShouldBe(405);
        (await response.Content.ReadAsStringAsync()).ShouldBe(body);
        response.Content.Headers.Allow.ShouldBe(allowed.Split(','), ignoreOrder: true);
    }

    [Fact]
    public async Task Live_and_ready_say_what_was_checked()
    {
        var live = (await scene.Client.GetReplyAsync("/health/live")).With(200);
        var ready = (await scene.Client.GetReplyAsync("/health/ready")).With(200);

        live.Text.ShouldBe("""{"status":"healthy","checks":{}}""");
        ready["status"].ShouldBe("healthy");
        ready.Json.GetProperty("checks").GetProperty("database").GetString().ShouldBe("healthy");
    }

    [Fact]
    public async Task The_documents_of_the_surfaces_name_their_own_paths_only()
    {
        var simple = (await scene.Client.GetReplyAsync("/openapi/simple.json")).With(200).Json.GetProperty("paths").EnumerateObject()
            .Select(path => path.Name).ToList();
        var tenants = (await scene.Client.GetReplyAsync("/openapi/tenants.json")).With(200).Json.GetProperty("paths").EnumerateObject()
            .Select(path => path.Name).ToList();

        simple.ShouldContain("/tools/{tool_name}/execute");
        simple.ShouldAllBe(path => !path.StartsWith("/api/"));
        tenants.ShouldContain("/api/mock/users");
        tenants.ShouldContain("/api/integrations/webhooks/{service_name}");
        tenants.ShouldContain("/api/tenants/users/{user_id}");
        var own = SurfaceList.All.Single(surface => surface.Name == "tenants").Prefixes;
        tenants.ShouldAllBe(path => own.Any(prefix => path == prefix || path.StartsWith(prefix + "/")));
        tenants.ShouldNotContain("/api/integrations/installed");
    }
}
