using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Simple;

/// <summary>What an agent has to tell apart has a code beside document 2's sentence, and what helps on.</summary>
public sealed class ErrorCodeTests(SimpleScene scene) : IClassFixture<SimpleScene>
{
    [Theory]
    [InlineData("githup", "list_repositories", "TOOL_NOT_FOUND", "github")]
    [InlineData("github", "list_repositorys", "ACTION_NOT_FOUND", "list_repositories")]
    [InlineData("github", "ListRepositories", "ACTION_NOT_FOUND", "list_repositories")]
    public async Task A_misspelt_name_is_told_with_the_one_that_was_meant(string tool, string action, string code, string nearest)
    {
        var reply = (await scene.Owner("ada").ExecuteAsync(tool, action)).With(404);

        reply["code"].ShouldBe(code);
        reply.Json.GetProperty("details").GetProperty("did_you_mean").GetString()!.Split(", ").ShouldContain(nearest);
    }

    [Fact]
    public async Task A_tool_that_is_not_connected_comes_with_the_url_that_connects_it()
    {
        var ada = scene.Owner($"ada-{Guid.NewGuid():N}");

        var reply = (await ada.ExecuteAsync("github", "list_repositories")).With(404);

        reply["code"].ShouldBe("TOOL_NOT_CONNECTED");
        reply.Detail.ShouldBe($"User {ada.Name} not authenticated for github. Please complete authentication.");
        (await scene.Client.GetReplyAsync(reply.Json.GetProperty("details").GetProperty("connect_url").GetString()!)).With(200);
        (await ada.ExecuteAsync("github", "list_repositories")).With(200);
    }

    [Theory]
    [InlineData("custom_api", "get_data")]
    [InlineData("n8n", "list_workflows")]
    [InlineData("slack", "list_channels")]
    public async Task A_tool_that_no_url_connects_comes_without_one(string tool, string action)
    {
        var reply = (await scene.Owner("nobody").ExecuteAsync(tool, action)).With(404);

        reply["code"].ShouldBe("TOOL_NOT_CONNECTED");
        reply.Json.TryGetProperty("details", out _).ShouldBeFalse(reply.Text);
    }

    [Theory]
    [InlineData("GET", "/auth/tools", null, 400, "VALIDATION_ERROR")]
    [InlineData("POST", "/tools/github/execute?user_id=ada", """{"action":"list_repositories","parameters":{"per_page":"many"}}""", 400, "VALIDATION_ERROR")]
    [InlineData("GET", "/nosuch", null, 404, "RESOURCE_NOT_FOUND")]
    [InlineData("PUT", "/auth/tools/nosuch/status?user_id=ada", """{"is_active":true}""", 404, "TOOL_NOT_FOUND")]
    [InlineData("PUT", "/auth/tools/nosuch/actions/a/status?user_id=ada", """{"is_disabled":true}""", 404, "TOOL_NOT_FOUND")]
    [InlineData("DELETE", "/auth/tools/nosuch?user_id=ada", null, 404, "TOOL_NOT_FOUND")]
    [InlineData("PUT", "/auth/tools/slack/status?user_id=ada", """{"is_active":true}""", 404, "TOOL_NOT_CONNECTED")]
    [InlineData("DELETE", "/auth/tools/slack?user_id=ada", null, 404, "TOOL_NOT_CONNECTED")]
    [InlineData("GET", "/tools/nosuch", null, 404, "TOOL_NOT_FOUND")]
    public async Task Every_error_has_a_code(string method, string path, string? body, int status, string code) =>
        (await scene.Client.CallAsync(new HttpMethod(method), path, body)).With(status)["code"].ShouldBe(code);
}
