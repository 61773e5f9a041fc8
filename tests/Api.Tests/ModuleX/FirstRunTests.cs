using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>What a person meets who has just signed in, and knows of organizations and installations nothing yet.</summary>
public sealed class FirstRunTests : IAsyncLifetime
{
    private ModuleXServer _server = null!;
    private string _token = "";

    public async Task InitializeAsync()
    {
        _server = await AModuleX().StartAsync();
        _token = (await _server.Client.PostReplyAsync("/api/auth/login", new { email = "admin@example.com", password = "admin123" }))
            .With(200)["access_token"]!;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task In_Development_the_first_action_needs_a_connection_and_nothing_else()
    {
        (await CallAsync(HttpMethod.Post, "/api/auth/manual", new { tool_name = "mock", credentials = new { api_key = "anything" } })).With(200);

        var run = (await CallAsync(HttpMethod.Post, "/api/tools/mock/execute", new { action = "list_users" })).With(200);

        var home = (await CallAsync(HttpMethod.Get, "/api/auth/me")).With(200)["primary_organization_id"];
        run["organization_id"].ShouldBe(home);
        (await CallAsync(HttpMethod.Get, "/api/tools/openai-tools")).With(200)["organization_id"].ShouldBe(home);
        (await CallAsync(HttpMethod.Post, "/api/tools/execute-batch", new { runs = new[] { new { tool_name = "mock", action = "list_users" } } }))
            .With(200)["succeeded"].ShouldBe("1");
    }

    [Fact]
    public async Task What_administers_still_has_to_name_the_organization() =>
        (await CallAsync(HttpMethod.Post, "/api/integrations/install", new { tool_name = "github", config_data = new { } })).With(400);

    [Theory]
    [InlineData("github", "list_repositories", "TOOL_NOT_INSTALLED", "Tool 'github' is not installed for this organization")]
    [InlineData("mok", "list_users", "TOOL_NOT_FOUND", "Tool mok not found")]
    [InlineData("mock", "list_user", "ACTION_NOT_FOUND", "Action list_user not found for tool mock")]
    [InlineData("mock", "list_users", "TOOL_NOT_CONNECTED", "User * not authenticated for mock. Please complete authentication.")]
    public async Task What_stands_in_the_way_has_a_code_of_its_own(string tool, string action, string code, string sentence)
    {
        var alone = (await CallAsync(HttpMethod.Post, $"/api/tools/{tool}/execute", new { action })).With(404);
        var inBatch = (await CallAsync(HttpMethod.Post, "/api/tools/execute-batch", new { runs = new[] { new { tool_name = tool, action } } })).With(200);

        alone.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe(code);
        inBatch.Json.GetProperty("results")[0].GetProperty("error").GetProperty("code").GetString().ShouldBe(code);
        if (sentence.Split('*') is [var before, var after]) (
            alone.Detail.StartsWith(before, StringComparison.Ordinal) && alone.Detail.EndsWith(after, StringComparison.Ordinal)).ShouldBeTrue(alone.Detail);
        else alone.Detail.ShouldBe(sentence);
    }

    [Theory]
    [InlineData("""{"action":"mock_list_users"}""")]
    [InlineData("""{"action":"list_users","arguments":{}}""")]
    public async Task A_run_in_other_words_is_executed(string body)
    {
        (await CallAsync(HttpMethod.Post, "/api/auth/manual", new { tool_name = "mock", credentials = new { api_key = "anything" } })).With(200);

        (await CallAsync(HttpMethod.Post, "/api/tools/mock/execute", body)).With(200)["action"].ShouldBe("list_users");
    }

    [Theory]
    [InlineData("X-API-Key", "A token is required")]
    [InlineData("Authorization", "The token is invalid")]
    public async Task A_service_key_under_api_hears_where_it_belongs(string header, string beginning)
    {
        var key = (await _server.CreateKeyAsync()).Plain;

        foreach (var path in new[] { "/api/tools/mock/execute", "/api/v1/users/me", "/api/tenants/users", "/api/status" })
        {
            var reply = await _server.Client.CallAsync(
                path.EndsWith("execute", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, path, null,
                (header, header == "Authorization" ? $"Bearer {key}" : key));

            reply.With(401).Text.ShouldContain(beginning);
            reply.Text.ShouldContain("A service key goes into X-API-Key and is taken at /auth and /tools, not under /api");
        }
    }

    [Fact]
    public async Task A_switch_takes_what_the_list_shows()
    {
        (await CallAsync(HttpMethod.Post, "/api/auth/manual", new { tool_name = "mock", credentials = new { api_key = "anything" } })).With(200);

        (await CallAsync(HttpMethod.Put, "/api/auth/tools/mock/actions/list_users/status", new { is_active = false })).With(200)["is_disabled"]
            .ShouldBe("True");

        (await CallAsync(HttpMethod.Post, "/api/tools/mock/execute", new { action = "list_users" })).With(403);
    }

    private Task<Reply> CallAsync(HttpMethod method, string path, object? body = null) =>
        _server.Client.CallAsync(method, path, body, ("Authorization", $"Bearer {_token}"));
}
