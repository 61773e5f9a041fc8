using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

public sealed class MainJobTests(OAuthServer server) : AuthorizationTests(server)
{
    [OAuthFact]
    public async Task A_person_connects_github_and_an_agent_runs_what_it_finds()
    {
        var callback = await Scene.AuthorizeAsync();
        var connected = await Scene.ReturnAsync(callback);
        var tools = await Scene.GetAsync($"/auth/tools?user_id={GitHubScene.User}");
        var functions = await Scene.GetAsync($"/tools/openai-tools?user_id={GitHubScene.User}");
        var run = await Scene.RunAsync("list_repositories", new { per_page = 2 });

        connected.Text.ShouldBe("""{"success":true,"message":"Successfully authenticated with github"}""");
        var gitHub = tools.Body.GetProperty("tools").EnumerateArray().Single(tool => tool.GetProperty("name").GetString() == "github");
        gitHub.GetProperty("is_authenticated").GetBoolean().ShouldBeTrue();
        gitHub.GetProperty("is_active").GetBoolean().ShouldBeTrue();
        functions.Body.EnumerateArray().Select(function => function.GetProperty("function").GetProperty("name").GetString())
            .ShouldContain("github_list_repositories");
        run.Status.ShouldBe(200, run.Text);
        run.Body.GetProperty("result").EnumerateArray().Select(repo => repo.GetProperty("full_name").GetString())
            .ShouldBe(["octocat/repo-1", "octocat/repo-2"]);
    }

    [OAuthFact]
    public async Task A_run_carries_the_token_that_the_server_issued()
    {
        await Scene.ConnectAsync();

        var run = await Scene.RunAsync("create_repository", new { name = "made-by-an-agent" });

        run.Status.ShouldBe(200, run.Text);
        run.Body.GetProperty("result").GetProperty("full_name").GetString().ShouldBe("octocat/made-by-an-agent");
        var request = Scene.GitHub.Requests.ShouldHaveSingleItem();
        request.ShouldBe(new UpstreamRequest("POST", "/user/repos", (await Scene.Authorization.ReadJournalAsync()).LastIssued.AccessToken, 201));
    }

    [OAuthFact]
    public async Task A_person_who_has_not_connected_can_run_nothing()
    {
        var run = await Scene.RunAsync();

        run.Status.ShouldBe(404);
        run.Detail.ShouldBe($"User {GitHubScene.User} not authenticated for github. Please complete authentication.");
        Scene.GitHub.Requests.ShouldBeEmpty();
    }

    [OAuthFact]
    public async Task One_persons_connection_serves_no_other_person()
    {
        await Scene.ConnectAsync();

        var run = await Scene.PostAsync("/tools/github/execute?user_id=somebody-else", new { action = "get_user_info" });

        run.Status.ShouldBe(404);
        Scene.GitHub.Requests.ShouldBeEmpty();
    }
}
