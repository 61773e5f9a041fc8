using System.Text;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Application.Tests.Fakes;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.Runs;

/// <summary>What an execution does when the service no longer takes the credential.</summary>
public sealed class RefusedCredentialTests : IDisposable
{
    private const string Action = "list_items";

    private static readonly ToolSessionId Id = Given.SessionId();
    private static readonly Error Refused = RunErrors.InvalidCredentials("github");

    private readonly AnApplication _application = new(ATool.WithOAuth());

    public void Dispose() => _application.Dispose();

    [Fact]
    public async Task Refused_token_is_renewed_once_and_the_action_tried_once_more()
    {
        await _application.ConnectByOAuthAsync(Id);
        _application.Runner.Answers(Refused, new RunContent.Json(Encoding.UTF8.GetBytes("[]")));

        (await _application.ExecuteAsync(Id, Action)).Required();

        _application.Runner.Calls.Select(call => call.Credential["access_token"]).ShouldBe(["first-token", "second-token"]);
        _application.Server.Requests.Count(request => request.StartsWith("refresh", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Token_that_is_refused_again_is_not_tried_for_ever()
    {
        await _application.ConnectByOAuthAsync(Id);
        _application.Runner.Answers(Refused);

        var error = (await _application.ExecuteAsync(Id, Action)).Error.ShouldNotBeNull();

        error.Message.ShouldBe("Tool execution failed: Invalid credentials for github");
        error.Details.ShouldContainKey("connect_url");
        _application.Runner.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Token_that_can_not_be_renewed_needs_a_new_connection_at_the_url_that_is_given()
    {
        await RefuseForGoodAsync();

        var error = (await _application.ExecuteAsync(Id, Action)).Error.ShouldNotBeNull();

        error.Code.ShouldBe(RunErrors.InvalidCredentialsCode);
        error.Details["connect_url"].ShouldStartWith("https://github.example/authorize?");
        _application.Rows.Row(Id)!.NeedsReconnect.ShouldBeTrue();
    }

    [Fact]
    public async Task Agent_that_tries_again_and_again_gets_one_connect_url()
    {
        await RefuseForGoodAsync();

        var urls = new List<string>();
        for (var i = 0; i < 8; i++) urls.Add((await _application.ExecuteAsync(Id, Action)).Error!.Details["connect_url"]);

        urls.Distinct().Count().ShouldBe(1);
        _application.Rows.Row(Id)!.Pending.Length.ShouldBe(1);
        _application.Runner.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Connect_url_that_was_used_is_not_given_again()
    {
        await RefuseForGoodAsync();
        await _application.ExecuteAsync(Id, Action);
        var used = (await _application.ExecuteAsync(Id, Action)).Error!.Details["connect_url"];
        await _application.ConnectByOAuthAsync(Id);
        (await _application.CompleteAsync("github", StateOf(used))).Required();

        await _application.ExecuteAsync(Id, Action);
        var next = (await _application.ExecuteAsync(Id, Action)).Error!.Details["connect_url"];

        (await _application.CompleteAsync("github", StateOf(next))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Self_hosted_tool_gets_the_connect_url_of_its_own_server_every_time()
    {
        _application.Catalog.ReplaceBy(
            ATool.With("github", [ATool.OAuth() with { OAuth = ATool.OAuth().OAuth! with { AuthorizeUrl = new("{base_url}/authorize") } }])
            with { ConnectionFields = [ATool.Field("base_url")] });
        await RefuseForGoodAsync(new KeyValuePair<string, string>("base_url", "https://git.example"));

        (await _application.ExecuteAsync(Id, Action)).Error!.Details["connect_url"].ShouldStartWith("https://git.example/authorize?");
        (await _application.ExecuteAsync(Id, Action)).Error!.Details["connect_url"].ShouldStartWith("https://git.example/authorize?");
    }

    [Fact]
    public async Task Token_endpoint_that_is_down_is_told_as_such_and_needs_no_new_connection()
    {
        await _application.ConnectByOAuthAsync(Id);
        _application.Runner.Answers(Refused);
        _application.Server.OnRefresh = () => AuthorizationErrors.ServerFailed("github", "down");

        var error = (await _application.ExecuteAsync(Id, Action)).Error.ShouldNotBeNull();

        error.ShouldBe(ToolSessionErrors.RefreshFailed("github"));
        _application.Rows.Row(Id)!.NeedsReconnect.ShouldBeFalse();
    }

    [Fact]
    public async Task Missing_scope_renews_nothing_and_gives_a_connect_url()
    {
        await _application.ConnectByOAuthAsync(Id);
        _application.Runner.Answers(RunErrors.MissingScope("github", ["admin:org"]));

        var error = (await _application.ExecuteAsync(Id, Action)).Error.ShouldNotBeNull();

        error.Details["missing_scopes"].ShouldBe("admin:org");
        error.Details.ShouldContainKey("connect_url");
        _application.Runner.Calls.Count.ShouldBe(1);
        _application.Rows.Row(Id)!.NeedsReconnect.ShouldBeFalse();
    }

    [Fact]
    public async Task Missing_scope_that_the_service_does_not_name_is_what_the_action_needs_and_the_connection_lacks()
    {
        _application.Catalog.ReplaceBy(ATool.WithOAuth("github", ATool.Action(Action) with { Scopes = ["repo", "calendar.events"] }));
        _application.Server.OnExchange = () => ScriptedAuthorizationServer.Grant("first-token") with { Scopes = ["repo"] };
        await _application.ConnectByOAuthAsync(Id);
        _application.Runner.Answers(RunErrors.MissingScope("github", []));

        var error = (await _application.ExecuteAsync(Id, Action)).Error.ShouldNotBeNull();

        error.Message.ShouldBe("Tool execution failed: the connection to github lacks the scopes calendar.events");
        error.Details["missing_scopes"].ShouldBe("calendar.events");
    }

    [Fact]
    public async Task Refused_key_has_no_url_to_offer()
    {
        _application.Catalog.ReplaceBy(ATool.With("github", [ATool.Scheme(AuthKind.ApiKey, ATool.Field("api_key"))]));
        (await _application.ConnectAsync(Id, new KeyValuePair<string, string>("api_key", "k1"))).Required();
        _application.Runner.Answers(Refused);

        (await _application.ExecuteAsync(Id, Action)).Error.ShouldBe(Refused);

        _application.Rows.Row(Id)!.NeedsReconnect.ShouldBeTrue();
    }

    [Fact]
    public async Task Connection_of_a_scheme_that_the_manifest_lost_needs_a_new_one()
    {
        await _application.ConnectByOAuthAsync(Id);
        _application.Catalog.ReplaceBy(ATool.With("github", [ATool.OAuth() with { Id = "oauth2_2" }]));

        var error = (await _application.ExecuteAsync(Id, Action)).Error.ShouldNotBeNull();

        error.Code.ShouldBe(ToolSessionErrors.NeedsReconnectCode);
        error.Details.ShouldContainKey("connect_url");
        _application.Runner.Calls.ShouldBeEmpty();
    }

    private async Task RefuseForGoodAsync(params IEnumerable<KeyValuePair<string, string>> fields)
    {
        await _application.ConnectByOAuthAsync(Id, fields);
        _application.Runner.Answers(Refused);
        _application.Server.OnRefresh = () => AuthorizationErrors.GrantRefused("github", "invalid_grant");
    }

    private static string StateOf(string url) => System.Web.HttpUtility.ParseQueryString(new Uri(url).Query)["state"]!;
}
