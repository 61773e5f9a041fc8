using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Simple;

public sealed class SwitchTests(SimpleScene scene) : IClassFixture<SimpleScene>
{
    [Fact]
    public async Task A_disabled_action_is_refused_and_never_reaches_the_tool()
    {
        var ada = await scene.ConnectedAsync("ada-1");
        (await ada.SetDisabledAsync("github", "create_repository", true)).With(200);

        var reply = await ada.ExecuteAsync("github", "create_repository", new { name = "x" });

        reply.With(403).Detail.ShouldBe("Action 'create_repository' for tool 'github' is disabled");
        scene.Executions.ShouldNotContain(request => request.Method == "POST");
    }

    [Fact]
    public async Task A_disabled_action_is_no_function_and_is_listed_as_inactive()
    {
        var ada = await scene.ConnectedAsync("ada-2");
        (await ada.SetDisabledAsync("github", "delete_repository", true)).With(200);

        var functions = (await ada.ListFunctionsAsync()).With(200);
        var tools = (await ada.ListToolsAsync()).With(200);

        FunctionsOf(functions).ShouldNotContain("github_delete_repository");
        FunctionsOf(functions).ShouldContain("github_list_repositories");
        ActionsOf(tools, "github")["delete_repository"].ShouldBeFalse();
        ActionsOf(tools, "github")["list_repositories"].ShouldBeTrue();
    }

    [Fact]
    public async Task An_inactive_tool_has_no_functions_and_refuses_every_execution()
    {
        var ada = await scene.ConnectedAsync("ada-3");
        (await ada.SetActiveAsync("github", false)).With(200);
        var before = scene.Executions.Count();

        var functions = (await ada.ListFunctionsAsync()).With(200);
        var run = await ada.ExecuteAsync("github", "list_repositories");

        FunctionsOf(functions).ShouldBeEmpty();
        ActionsOf((await ada.ListToolsAsync()).With(200), "github").Values.ShouldAllBe(isActive => !isActive);
        run.With(403).Detail.ShouldBe("Tool github is deactivated");
        scene.Executions.Count().ShouldBe(before);
    }

    [Fact]
    public async Task What_was_disabled_stays_so_while_the_tool_is_off_and_on_again()
    {
        var ada = await scene.ConnectedAsync("ada-4");
        (await ada.SetDisabledAsync("github", "create_gist", true)).With(200);

        (await ada.SetActiveAsync("github", false)).With(200);
        (await ada.SetActiveAsync("github", true)).With(200);

        var functions = FunctionsOf((await ada.ListFunctionsAsync()).With(200)).ToList();
        functions.ShouldNotContain("github_create_gist");
        functions.ShouldContain("github_list_repositories");
    }

    [Fact]
    public async Task The_switches_of_another_person_change_nothing()
    {
        var (ada, bob) = (await scene.ConnectedAsync("ada-5"), await scene.ConnectedAsync("bob-5"));

        (await bob.SetDisabledAsync("github", "list_repositories", true)).With(200);
        (await bob.SetActiveAsync("github", false)).With(200);

        (await ada.ExecuteAsync("github", "list_repositories")).With(200);
        (await bob.ExecuteAsync("github", "list_repositories")).With(403);
    }

    [Fact]
    public async Task A_disconnected_tool_forgets_its_credential_and_its_switches()
    {
        var ada = await scene.ConnectedAsync("ada-6");
        (await ada.SetDisabledAsync("github", "list_repositories", true)).With(200);

        (await ada.DisconnectAsync("github")).With(200);

        (await ada.ExecuteAsync("github", "list_repositories"))
            .With(404).Detail.ShouldBe("User ada-6 not authenticated for github. Please complete authentication.");
        await scene.ConnectedAsync("ada-6");
        (await ada.ExecuteAsync("github", "list_repositories")).With(200);
    }

    private static IEnumerable<string?> FunctionsOf(Reply reply) =>
        reply.Json.EnumerateArray().Select(function => function.GetProperty("function").GetProperty("name").GetString());

    private static Dictionary<string, bool> ActionsOf(Reply reply, string tool) => reply.Json.GetProperty("tools").EnumerateArray()
        .Single(one => one.GetProperty("name").ValueEquals(tool))
        .GetProperty("actions").EnumerateArray()
        .ToDictionary(action => action.GetProperty("name").GetString()!, action => action.GetProperty("is_active").GetBoolean());
}
