using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Simple;

public sealed class ExecuteTests(SimpleScene scene) : IClassFixture<SimpleScene>
{
    [Fact]
    public async Task Both_bodies_send_the_same_request()
    {
        var ada = await scene.ConnectedAsync("ada-bodies");
        var before = scene.Executions.Count();

        (await ada.Client.PostReplyAsync("/tools/github/execute?user_id=ada-bodies",
            """{"action":"list_repositories","parameters":{"per_page":10}}""")).With(200);
        (await ada.Client.PostReplyAsync("/tools/github/execute?user_id=ada-bodies",
            """{"parameters":{"action":"list_repositories","per_page":10}}""")).With(200);

        var targets = scene.Executions.Skip(before).Select(request => request.Target).ToList();
        targets.Count.ShouldBe(2);
        targets[0].ShouldContain("per_page=10");
        targets[1].ShouldBe(targets[0]);
    }

    [Fact]
    public async Task An_action_answers_to_its_alias_and_says_its_own_name()
    {
        var ada = await scene.ConnectedAsync("ada-alias");

        var reply = await ada.ExecuteAsync("github", "list_repos");

        reply.With(200)["action"].ShouldBe("list_repositories");
    }

    [Fact]
    public async Task An_alias_of_a_disabled_action_is_refused_too()
    {
        var ada = await scene.ConnectedAsync("ada-disabled-alias");
        (await ada.SetDisabledAsync("github", "list_repos", true)).With(200);

        var byName = await ada.ExecuteAsync("github", "list_repositories");
        var byAlias = await ada.ExecuteAsync("github", "list_repos");

        byName.Status.ShouldBe(403);
        byAlias.Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("GET", "/health")]
    [InlineData("GET", "/tools")]
    [InlineData("GET", "/tools/github")]
    [InlineData("GET", "/auth/tools?user_id=ada-slash")]
    [InlineData("GET", "/auth/url/github?user_id=ada-slash")]
    [InlineData("GET", "/tools/openai-tools?user_id=ada-slash")]
    [InlineData("PUT", "/auth/tools/github/status?user_id=ada-slash", """{"is_active":true}""")]
    [InlineData("PUT", "/auth/tools/github/actions/list_repositories/status?user_id=ada-slash", """{"is_disabled":false}""")]
    [InlineData("POST", "/tools/github/execute?user_id=ada-slash", """{"action":"list_repositories"}""")]
    public async Task A_slash_at_the_end_of_a_path_changes_nothing(string method, string path, string? body = null)
    {
        await scene.ConnectedAsync("ada-slash");

        var without = await scene.Client.CallAsync(new HttpMethod(method), path, body);
        var with = await scene.Client.CallAsync(
            new HttpMethod(method), path.Contains('?', StringComparison.Ordinal) ? path.Replace("?", "/?", StringComparison.Ordinal) : path + "/", body);

        without.Status.ShouldBe(200, without.Text);
        with.Status.ShouldBe(200, with.Text);
        PropertiesOf(with.Json).ShouldBe(PropertiesOf(without.Json));
    }

    [Fact]
    public async Task The_credential_goes_to_the_tool_and_into_no_answer()
    {
        var ada = await scene.ConnectedAsync("ada-credential");

        var replies = new[] { await ada.ExecuteAsync("github", "list_repositories"), await ada.ListToolsAsync(detail: true), await ada.ListFunctionsAsync() };

        scene.Executions.Last().Header("Authorization").ShouldBe($"Bearer {scene.Token}");
        replies.ShouldAllBe(reply => !reply.Text.Contains(scene.Token));
    }

    [Fact]
    public async Task The_user_of_manual_credentials_may_stand_in_the_query()
    {
        var body = new { tool_name = "github", credentials = new { token = scene.Token } };

        var reply = await scene.Client.PostReplyAsync("/auth/manual?user_id=ada-query", body);

        reply.With(200)["user_id"].ShouldBe("ada-query");
        (await scene.Owner("ada-query").ExecuteAsync("github", "list_repositories")).With(200);
    }

    [Fact]
    public async Task Detail_adds_five_fields_and_takes_none_away()
    {
        var brief = (await scene.Owner("ada-detail").ListToolsAsync()).With(200).Json.GetProperty("tools")[0];
        var detailed = (await scene.Owner("ada-detail").ListToolsAsync(detail: true)).With(200).Json.GetProperty("tools")[0];

        PropertiesOf(detailed).Except(PropertiesOf(brief)).Order().ShouldBe(["auth_type", "author", "description", "requires_auth", "version"]);
        PropertiesOf(brief).Except(PropertiesOf(detailed)).ShouldBeEmpty();
    }

    private static List<string> PropertiesOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? [.. json.EnumerateObject().Select(property => property.Name)] : [json.ValueKind.ToString()];
}
