using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Simple;

/// <summary>What agents and their SDKs send in other words is taken where it can mean one thing only; else the answer names the member.</summary>
public sealed class OtherSpellingTests(SimpleScene scene) : IClassFixture<SimpleScene>
{
    private const string Execute = "/tools/github/execute";

    [Theory]
    [InlineData("?user_id=ada-words", """{"action":"github_list_repositories"}""")]
    [InlineData("", """{"user_id":"ada-words","action":"list_repositories"}""")]
    [InlineData("?user_id=ada-words", """{"user_id":"ada-words","action":"list_repositories"}""")]
    [InlineData("?user_id=ada-words", """{"action":"list_repositories","arguments":{"per_page":5}}""")]
    [InlineData("?user_id=ada-words", """{"action":"list_repositories","arguments":{"per_page":5},"parameters":null}""")]
    public async Task A_run_in_other_words_is_executed(string query, string body)
    {
        await scene.ConnectedAsync("ada-words");

        var reply = (await scene.Client.PostReplyAsync(Execute + query, body)).With(200);

        reply["action"].ShouldBe("list_repositories");
        if (body.Contains("per_page", StringComparison.Ordinal)) scene.Executions.Last().Target.ShouldContain("per_page=5");
    }

    [Theory]
    [InlineData("?user_id=ada", """{"user_id":"bob","action":"list_repositories"}""", "user_id is given twice, with different values")]
    [InlineData("?user_id=ada", """{"action":"list_repositories","arguments":{},"parameters":{}}""", "parameters and arguments are the same: send one of them")]
    [InlineData("?user_id=ada", """{"action":"list_repositories","arguments":"{}"}""", "arguments must be an object")]
    [InlineData("?user_id=ada", """{"action_name":"list_repositories"}""", "The request body lacks action; not known: action_name")]
    [InlineData("", """{"action":"list_repositories"}""", "user_id is required in the query or the body")]
    [InlineData("?userId=ada", """{"action":"list_repositories"}""", "user_id is required in the query or the body; not known: userId")]
    public async Task A_run_that_could_mean_two_things_or_lacks_one_is_refused_with_the_member_named(string query, string body, string sentence) =>
        (await scene.Client.PostReplyAsync(Execute + query, body)).With(400).Detail.ShouldBe(sentence);

    [Fact]
    public async Task Credentials_in_other_words_are_refused_with_the_member_named()
    {
        var reply = await scene.Client.PostReplyAsync("/auth/manual", new { user_id = "ada", toolName = "github", credentials = new { token = scene.Token } });

        reply.With(400).Detail.ShouldBe("The request body lacks tool_name; not known: toolName");
    }

    [Theory]
    [InlineData("/auth/tools/github/actions/list_repositories/status?user_id=ada-switch", """{"is_active":false}""", true)]
    [InlineData("/auth/tools/github/actions/list_repositories/status?user_id=ada-switch", """{"is_active":true,"is_disabled":false}""", false)]
    [InlineData("/auth/tools/github/actions/list_repositories/status", """{"user_id":"ada-switch","is_disabled":true}""", true)]
    [InlineData("/auth/users/ada-switch/tools/github/actions/list_repositories/status", """{"is_disabled":true}""", true)]
    [InlineData("/auth/users/ada-switch/tools/github/actions/list_repositories/status/", """{"is_disabled":false}""", false)]
    public async Task An_action_is_switched_as_lists_show_it_and_at_the_path_of_the_example(string path, string body, bool isDisabled)
    {
        var ada = await scene.ConnectedAsync("ada-switch");
        (await ada.SetDisabledAsync("github", "list_repositories", !isDisabled)).With(200);

        var reply = (await scene.Client.PutReplyAsync(path, body)).With(200);

        (reply["user_id"], reply["is_disabled"]).ShouldBe(("ada-switch", isDisabled.ToString()));
        (await ada.ExecuteAsync("github", "list_repositories")).With(isDisabled ? 403 : 200);
    }

    [Theory]
    [InlineData("""{"is_active":true,"is_disabled":true}""", "is_disabled and is_active contradict each other")]
    [InlineData("{}", "The request body lacks is_disabled")]
    public async Task A_switch_that_says_both_or_nothing_is_refused(string body, string sentence) =>
        (await scene.Client.PutReplyAsync("/auth/tools/github/actions/list_repositories/status?user_id=ada", body)).With(400).Detail.ShouldBe(sentence);

    [Fact]
    public async Task A_tool_is_switched_for_the_person_that_the_body_names()
    {
        var ada = await scene.ConnectedAsync("ada-tool-switch");

        (await scene.Client.PutReplyAsync("/auth/tools/github/status", new { user_id = "ada-tool-switch", is_active = false })).With(200);

        (await ada.ExecuteAsync("github", "list_repositories")).With(403);
    }
}
