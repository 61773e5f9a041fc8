using System.Text;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.Runs;

/// <summary>Which executions reach the tool, and with what.</summary>
public sealed class ExecuteActionTests : IDisposable
{
    private const string Schema = """{ "type": "object", "properties": { "per_page": { "type": "integer", "default": 30 } }, "additionalProperties": false }""";

    private static readonly ToolSessionId Id = Given.SessionId();

    private readonly AnApplication _application = new(
        ATool.WithOAuth("github", ATool.Action("list_repositories", Schema, "list_repos"), ATool.Action("get_user")));

    public void Dispose() => _application.Dispose();

    [Theory]
    [InlineData("list_repositories")]
    [InlineData("list_repos")]
    public async Task Action_runs_by_its_name_and_by_its_alias(string name)
    {
        await _application.ConnectByOAuthAsync(Id);
        _application.Runner.Answers(new RunContent.Json(Encoding.UTF8.GetBytes("[1]")));

        var run = (await _application.ExecuteAsync(Id, name, """{ "per_page": 5 }""")).Required();

        run.Action.ShouldBe("list_repositories");
        run.Content.ShouldBeOfType<RunContent.Json>().Utf8.ToArray().ShouldBe("[1]"u8.ToArray());
        run.StartedAt.ShouldBe(ManualTime.Start);
        var call = _application.Runner.Calls.ShouldHaveSingleItem();
        call.Credential["access_token"].ShouldBe("first-token");
        call.Arguments.TryGet("per_page", out var value).ShouldBeTrue();
        value.GetInt32().ShouldBe(5);
        _application.Usage.Sessions.ShouldBe([Id]);
    }

    [Theory]
    [InlineData("list_repositories")]
    [InlineData("list_repos")]
    public async Task Disabled_action_never_reaches_the_tool_under_any_name(string name)
    {
        await _application.ConnectByOAuthAsync(Id);
        (await _application.SendAsync(new Application.ToolSessions.SetActionEnabledCommand(Id, "list_repositories", false))).Required();

        (await _application.ExecuteAsync(Id, name)).Error.ShouldBe(ToolSessionErrors.ActionDisabled("github", "list_repositories"));

        _application.Runner.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Inactive_tool_never_reaches_the_service()
    {
        await _application.ConnectByOAuthAsync(Id);
        (await _application.SendAsync(new Application.ToolSessions.SetToolActiveCommand(Id, false))).Required();

        (await _application.ExecuteAsync(Id, "get_user")).Error!.Kind.ShouldBe(ErrorKind.Forbidden);

        _application.Runner.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tool_that_is_not_connected_is_not_found_and_comes_with_one_url_to_connect_it()
    {
        var first = (await _application.ExecuteAsync(Id, "get_user")).Error.ShouldNotBeNull();
        var second = (await _application.ExecuteAsync(Id, "list_repos")).Error.ShouldNotBeNull();

        (first with { Details = ToolSessionErrors.NotAuthenticated(Id).Details }).ShouldBe(ToolSessionErrors.NotAuthenticated(Id));
        first.Details[ConnectUrls.Detail].ShouldStartWith("https://github.example/authorize?");
        second.Details.ShouldBe(first.Details);
        _application.Rows.Row(Id)!.Pending.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Tool_that_is_connected_with_credentials_or_an_address_comes_without_a_url()
    {
        var selfHosted = ATool.WithOAuth("gitea", ATool.Action("get_user")) with { ConnectionFields = [ATool.Field("base_url")] };
        var withKey = ATool.With("n8n", [ATool.Scheme(Domain.Catalog.AuthKind.ApiKey, ATool.Field("api_key"))], ATool.Action("get_user"));
        _application.Catalog.ReplaceBy(withKey, selfHosted);

        foreach (var id in new[] { Given.SessionId("n8n"), Given.SessionId("gitea") })
            (await _application.ExecuteAsync(id, "get_user")).Error.ShouldBe(ToolSessionErrors.NotAuthenticated(id));
    }

    [Fact]
    public async Task Connection_of_one_owner_serves_no_other()
    {
        await _application.ConnectByOAuthAsync(Id);

        (await _application.ExecuteAsync(Given.SessionId(owner: "bob"), "get_user")).Error!.Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Theory]
    [InlineData("gitlab", "get_user", "Tool gitlab not found")]
    [InlineData("github", "fly", "Action fly not found for tool github")]
    [InlineData("github", "", "Action  not found for tool github")]
    public async Task What_is_not_in_the_catalog_is_not_found(string tool, string action, string message) =>
        (await _application.ExecuteAsync(Given.SessionId(tool), action)).Error!.Message.ShouldBe(message);

    [Fact]
    public async Task Action_without_a_request_can_not_be_executed()
    {
        _application.Catalog.ReplaceBy(ATool.WithOAuth("github", ATool.Action("old") with { Request = null }));

        (await _application.ExecuteAsync(Id, "old")).Error!.Code.ShouldBe("action_not_executable");
    }

    [Fact]
    public async Task Wrong_parameters_are_refused_all_at_once_before_the_tool_is_asked()
    {
        var schema = new ASchema(Schema, new Problem("/per_page", "must be an integer"), new Problem("/colour", "is not allowed here"));
        _application.Catalog.ReplaceBy(ATool.WithOAuth("github", ATool.Action("list_repos") with { Parameters = schema }));
        await _application.ConnectByOAuthAsync(Id);

        var error = (await _application.ExecuteAsync(Id, "list_repos", """{ "per_page": "many", "colour": "red" }""")).Error.ShouldNotBeNull();

        error.Code.ShouldBe(RunErrors.ParametersInvalidCode);
        error.Problems.Select(problem => problem.Pointer).ShouldBe(["/per_page", "/colour"], ignoreOrder: true);
        _application.Runner.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Failure_of_the_tool_passes_through_and_is_no_use()
    {
        await _application.ConnectByOAuthAsync(Id);
        var failure = RunErrors.Failed("github", 503, "down");
        _application.Runner.Answers(failure);

        (await _application.ExecuteAsync(Id, "get_user")).Error.ShouldBe(failure);

        _application.Runner.Calls.Count.ShouldBe(1);
        _application.Usage.Sessions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Token_near_its_end_is_refreshed_before_the_run()
    {
        _application.Server.OnExchange = () => Fakes.ScriptedAuthorizationServer.Grant("first-token", "first-refresh", TimeSpan.FromSeconds(59));
        await _application.ConnectByOAuthAsync(Id);

        (await _application.ExecuteAsync(Id, "get_user")).Required();

        _application.Runner.Calls.ShouldHaveSingleItem().Credential["access_token"].ShouldBe("second-token");
    }

    [Fact]
    public async Task Same_key_of_one_owner_runs_once_and_another_owner_s_equal_key_is_another()
    {
        var (ada, slashed) = (Given.SessionId(owner: "ada"), Given.SessionId(owner: "ada/x"));
        foreach (var id in new[] { ada, slashed }) await _application.ConnectByOAuthAsync(id);

        var first = (await RunAsync(ada, "x/k")).Required();
        var again = (await RunAsync(ada, "x/k")).Required();
        (await RunAsync(slashed, "k")).Required();

        again.StartedAt.ShouldBe(first.StartedAt);
        _application.Runner.Calls.Count.ShouldBe(2);
        (await RunAsync(ada, "x/k", """{ "per_page": 7 }""", "list_repos")).Error!.Code.ShouldBe(Idempotency.IdempotencyErrors.KeyReusedCode);
        (await RunAsync(ada, "")).Error!.Problems.ShouldHaveSingleItem().Pointer.ShouldBe("/idempotency_key");
    }

    [Fact]
    public void Text_of_the_command_shows_no_parameters() =>
        new ExecuteActionCommand(ToolUser.Of(Id.Tenant, Id.Owner), Id.Tool, "get_user", System.Text.Json.JsonElement.Parse("""{ "q": "private" }""")).ToString().ShouldNotContain("private");

    private Task<Result<RunView>> RunAsync(ToolSessionId id, string key, string parameters = "{}", string action = "get_user") =>
        _application.SendAsync(new ExecuteActionCommand(ToolUser.Of(id.Tenant, id.Owner), id.Tool, action, System.Text.Json.JsonElement.Parse(parameters), key));
}
