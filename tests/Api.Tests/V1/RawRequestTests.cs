using ModuleX.Api.Tests.Fixtures;
using ModuleX.Domain.Access;

namespace ModuleX.Api.Tests.V1;

/// <summary>Requests of a caller's own to a tool's server, with a connection's credential.</summary>
public sealed class RawRequestTests(RawRequestScene scene) : IClassFixture<RawRequestScene>
{
    [Fact]
    public async Task A_request_arrives_with_the_credential_and_its_answer_comes_back_without_it()
    {
        var (backend, path) = await scene.ConnectedAsync("token-that-arrives", ApiKeyScopes.RequestsRaw);

        var answer = (await backend.PostReplyAsync(path, new
        {
            method = "POST", path = "/things/a%2Fb", query = new { page = 2, tag = new[] { "x y", "z" } },
            headers = new Dictionary<string, string> { ["X-Wish"] = "w" },
            body = new { name = "Ada" },
        })).With(200);

        var seen = scene.Requests.Single(request => request.Authorization == "Bearer token-that-arrives");
        (seen.Method, seen.Target).ShouldBe(("POST", "/base/things/a%2Fb?page=2&tag=x%20y&tag=z"));
        (seen.ContentType, seen.Wish, seen.Body).ShouldBe(("application/json", "w", """{"name":"Ada"}"""));
        answer.Json.GetProperty("status").GetInt32().ShouldBe(200);
        answer.Json.GetProperty("headers").EnumerateObject().Select(header => header.Name).ShouldBe(["date", "etag", "content-type"], ignoreOrder: true);
        answer.Json.GetProperty("body").GetProperty("authorization").GetString().ShouldBe("Bearer ***");
        answer.Text.ShouldNotContain("token-that-arrives");
    }

    [Fact]
    public async Task A_failure_of_the_service_is_an_answer_and_its_record_says_so()
    {
        var (backend, path) = await scene.ConnectedAsync("token-of-failures", ApiKeyScopes.RequestsRaw);

        var answer = (await backend.PostReplyAsync(path, new { method = "GET", path = "/gone" })).With(200);

        answer.Json.GetProperty("status").GetInt32().ShouldBe(404);
        answer.Json.GetProperty("body").GetProperty("text").GetString().ShouldBe("no such thing");
        Reply? record = null;
        await Eventually.SoAsync("record of the run", async () =>
            (record = await backend.GetReplyAsync($"/v1/runs/{answer["id"]}")).Status == 200, TimeSpan.FromSeconds(10));
        (record!["action"], record["success"], record["error_code"]).ShouldBe(("raw_request", "False", "upstream_refused"));
        path.ShouldContain(record["connection_id"]!);
    }

    [Fact]
    public async Task A_refused_credential_that_can_not_be_renewed_leaves_the_connection_as_it_is()
    {
        var (backend, path) = await scene.ConnectedAsync("token-that-is-refused", ApiKeyScopes.RequestsRaw);

        (await backend.PostReplyAsync(path, new { method = "GET", path = "/refuses" })).With(200).Json.GetProperty("status").GetInt32().ShouldBe(401);

        (await backend.PostReplyAsync(path, new { method = "GET", path = "/still" })).With(200).Json.GetProperty("status").GetInt32().ShouldBe(200);
    }

    [Fact]
    public async Task A_redirect_to_a_foreign_host_is_not_followed()
    {
        var (backend, path) = await scene.ConnectedAsync("token-that-stays", ApiKeyScopes.RequestsRaw);

        (await backend.PostReplyAsync(path, new { method = "GET", path = "/away" })).With(502)["code"].ShouldBe("egress_refused");
    }

    [Theory]
    [InlineData("http://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("@elsewhere.example/")]
    [InlineData(".elsewhere.example/")]
    [InlineData("/%2F/elsewhere.example")]
    [InlineData("/..%2fadmin")]
    [InlineData("/a/%252e%252e/%252e%252e/admin")]
    [InlineData("/..;/admin")]
    [InlineData("/a%5c..%5cadmin")]
    [InlineData("/a\\b")]
    [InlineData("/a?b=c")]
    [InlineData("/a#b")]
    [InlineData("/a%0d%0ab")]
    [InlineData("/a b")]
    [InlineData("/%zz")]
    [InlineData("")]
    public async Task A_path_that_could_lead_elsewhere_is_refused_and_nothing_is_sent(string target)
    {
        var token = $"token-{Guid.NewGuid():N}";
        var (backend, path) = await scene.ConnectedAsync(token, ApiKeyScopes.RequestsRaw);

        (await backend.PostReplyAsync(path, new { method = "GET", path = target })).Status.ShouldBe(400);

        scene.Requests.ShouldNotContain(request => request.Authorization.Contains(token));
    }

    [Theory]
    [InlineData("Host", "elsewhere.example")]
    [InlineData("authorization", "Bearer other")]
    [InlineData("X_Api_Key", "other")]
    [InlineData("Cookie", "a=b")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("Content-Length", "0")]
    [InlineData("Content-Type", "text/plain")]
    [InlineData("Connection", "upgrade")]
    [InlineData("X-Forwarded-Host", "elsewhere.example")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("X-Wish: a\r\nHost", "elsewhere.example")]
    [InlineData("X-Wish", "a\r\nHost: elsewhere.example")]
    public async Task A_header_that_aims_frames_or_authorizes_is_refused_and_nothing_is_sent(string name, string value)
    {
        var token = $"token-{Guid.NewGuid():N}";
        var (backend, path) = await scene.ConnectedAsync(token, ApiKeyScopes.RequestsRaw);

        (await backend.PostReplyAsync(path, new { method = "GET", path = "/", headers = new Dictionary<string, string> { [name] = value } }))
            .Status.ShouldBe(400);

        scene.Requests.ShouldNotContain(request => request.Authorization.Contains(token));
    }

    [Fact]
    public async Task A_key_needs_the_scope_which_no_key_has_by_itself()
    {
        var (backend, path) = await scene.ConnectedAsync("token-without-a-scope", ApiKeyScopes.RunsExecute);
        var slug = $"by-itself-{Guid.NewGuid():N}"[..20];
        using var byItself = await scene.ModuleX.ClientOfAsync(slug);

        (await backend.PostReplyAsync(path, new { method = "GET", path = "/" })).With(403);
        (await byItself.PostReplyAsync(path, new { method = "GET", path = "/" })).With(403);
    }

    [Fact]
    public async Task Another_organizations_connection_is_not_there()
    {
        var (_, path) = await scene.ConnectedAsync("token-of-one", ApiKeyScopes.RequestsRaw);
        var (other, _) = await scene.ConnectedAsync("token-of-other", ApiKeyScopes.RequestsRaw);

        (await other.PostReplyAsync(path, new { method = "GET", path = "/" })).With(404);
    }

    [Fact]
    public async Task A_person_needs_the_permission_and_uses_the_own_connections_only()
    {
        var (owner, member, organization, path) = await scene.MemberConnectedAsync();
        var request = new { method = "GET", path = "/mine" };

        (await member.PostReplyAsync(path, request)).With(403)["code"].ShouldBe("permission_missing");
        (await owner.PostReplyAsync(path, request)).With(403)["code"].ShouldBe("owner_forbidden");

        var role = (await owner.PostReplyAsync("/api/v1/roles", new { name = "Senders", organization_id = organization })).With(201)["id"];
        var permission = await scene.PermissionAsync("connection", "request");
        (await owner.PostReplyAsync($"/api/v1/roles/{role}/permissions", new { permission_ids = new[] { permission } })).With(200);
        var me = (await member.GetReplyAsync("/api/v1/users/me")).With(200)["id"];
        (await owner.PostReplyAsync($"/api/v1/users/{me}/roles", new { role_ids = new[] { role } })).With(200);

        (await member.PostReplyAsync(path, request)).With(200).Json.GetProperty("status").GetInt32().ShouldBe(200);
        scene.Requests.ShouldContain(seen => seen.Authorization == "Bearer token-of-a-member" && seen.Target == "/base/mine");
    }

    [Fact]
    public async Task The_same_key_again_gets_the_first_answer_and_sends_nothing()
    {
        var (backend, path) = await scene.ConnectedAsync("token-for-once", ApiKeyScopes.RequestsRaw);
        var (name, key) = ("Idempotency-Key", Guid.NewGuid().ToString());

        var first = (await backend.CallAsync(HttpMethod.Post, path, new { method = "POST", path = "/once" }, (name, key))).With(200);
        var again = (await backend.CallAsync(HttpMethod.Post, path, new { method = "POST", path = "/once" }, (name, key))).With(200);
        var other = await backend.CallAsync(HttpMethod.Post, path, new { method = "POST", path = "/twice" }, (name, key));

        again.Text.ShouldBe(first.Text);
        scene.Requests.Count(request => request.Authorization == "Bearer token-for-once").ShouldBe(1);
        other.With(400)["code"].ShouldBe("idempotency_key_reused");
    }
}
