using ModuleX.Api.Tests.Fixtures;
using ModuleX.Domain.Access;

namespace ModuleX.Api.Tests.Simple;

/// <summary>Which endpoint needs which key. The calls come from this machine, so the keyless caller is kept out by a proxy's header.</summary>
public sealed class AccessTests(SimpleScene scene) : IClassFixture<SimpleScene>
{
    private static readonly (string, string) ThroughAProxy = ("X-Forwarded-For", "203.0.113.7");

    [Theory]
    [InlineData("GET", "/auth/url/github?user_id=ada")]
    [InlineData("POST", "/auth/manual")]
    [InlineData("GET", "/auth/tools?user_id=ada")]
    [InlineData("PUT", "/auth/tools/github/status?user_id=ada")]
    [InlineData("PUT", "/auth/tools/github/actions/list_users/status?user_id=ada")]
    [InlineData("DELETE", "/auth/tools/github?user_id=ada")]
    [InlineData("POST", "/tools/github/execute?user_id=ada")]
    [InlineData("GET", "/tools/openai-tools?user_id=ada")]
    public async Task Without_a_key_everything_about_people_is_refused(string method, string path)
    {
        var reply = await scene.ModuleX.Client.CallAsync(new HttpMethod(method), path, method is "GET" or "DELETE" ? null : "{}", ThroughAProxy);

        reply.With(401).Detail.ShouldBe("An API key is required: send it in the X-API-Key header");
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/health/", 200)]
    [InlineData("/tools/", 200)]
    [InlineData("/tools/github", 200)]
    [InlineData("/auth/callback/github?state=x&code=y", 400)]
    public async Task What_is_about_no_user_needs_no_key(string path, int status)
    {
        var reply = await scene.ModuleX.Client.CallAsync(HttpMethod.Get, path, null, ThroughAProxy);

        reply.With(status);
    }

    [Theory]
    [InlineData("mx_unknown")]
    [InlineData("mx_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer x")]
    [InlineData("mx_../../../etc/passwd' OR 1=1 --AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_unknown_key_is_refused_even_on_this_machine(string key)
    {
        using var client = scene.ModuleX.ClientWith(null);

        var reply = await client.CallAsync(HttpMethod.Get, "/auth/tools?user_id=ada", null, ("X-API-Key", key));

        reply.With(401).Detail.ShouldBe("The API key is unknown, expired or revoked");
    }

    [Theory]
    [InlineData(ApiKeyScopes.SessionsRead, "/auth/tools?user_id=ada", "GET")]
    [InlineData(ApiKeyScopes.SessionsRead, "/tools/openai-tools?user_id=ada", "GET")]
    [InlineData(ApiKeyScopes.SessionsWrite, "/auth/url/github?user_id=ada", "GET")]
    [InlineData(ApiKeyScopes.SessionsWrite, "/auth/manual", "POST")]
    [InlineData(ApiKeyScopes.SessionsWrite, "/auth/tools/github/status?user_id=ada", "PUT")]
    [InlineData(ApiKeyScopes.SessionsWrite, "/auth/tools/github/actions/list_users/status?user_id=ada", "PUT")]
    [InlineData(ApiKeyScopes.SessionsWrite, "/auth/tools/github?user_id=ada", "DELETE")]
    [InlineData(ApiKeyScopes.RunsExecute, "/tools/github/execute?user_id=ada", "POST")]
    public async Task A_key_without_the_scope_is_forbidden_and_one_with_it_is_not(string scope, string path, string method)
    {
        using var without = scene.ModuleX.ClientWith((await scene.ModuleX.CreateKeyAsync(scopes: [.. ApiKeyScopes.All.Remove(scope)])).Plain);
        using var with = scene.ModuleX.ClientWith((await scene.ModuleX.CreateKeyAsync(scopes: [scope])).Plain);
        var body = method is "GET" or "DELETE" ? null : "{}";

        var forbidden = await without.CallAsync(new HttpMethod(method), path, body);
        var allowed = await with.CallAsync(new HttpMethod(method), path, body);

        forbidden.With(403).Detail.ShouldBe($"The API key lacks the scope {scope}");
        allowed.Status.ShouldNotBe(403, allowed.Text);
        allowed.Status.ShouldNotBe(401, allowed.Text);
    }
}
