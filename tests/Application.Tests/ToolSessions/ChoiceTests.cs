using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.ToolSessions;

/// <summary>A caller chooses among the ways to connect and among the optional scopes.</summary>
public sealed class ChoiceTests : IDisposable
{
    private static readonly ToolSessionId Id = Given.SessionId();

    private static readonly AuthScheme Bot = ATool.OAuth() with
        { Name = "bot", OAuth = ATool.OAuth().OAuth! with { OptionalScopes = ["delete_repo", "gist"] } };

    private static readonly AuthScheme Person = ATool.OAuth() with
        { Id = "oauth2_2", Name = "person", OAuth = ATool.OAuth().OAuth! with { Scopes = ["search"], ScopeParameter = "user_scope" } };

    private readonly AnApplication _application = new(ATool.With("github", [Bot, Person, ATool.Scheme(AuthKind.Bearer, ATool.Field("token"))]));

    public void Dispose() => _application.Dispose();

    [Fact]
    public async Task First_scheme_with_its_own_scopes_is_taken_where_nothing_is_chosen() =>
        (await UrlAsync(new(Id, CredentialValues.Empty))).ShouldContain("&scope=repo%20read%3Auser&");

    [Fact]
    public async Task Scheme_is_chosen_by_its_name() =>
        (await UrlAsync(new(Id, CredentialValues.Empty) { Scheme = "person" })).ShouldContain("&user_scope=search&");

    [Fact]
    public async Task Optional_scopes_are_asked_for_besides_the_others_and_once() =>
        (await UrlAsync(new(Id, CredentialValues.Empty) { Scopes = ["gist", "repo", "gist"] })).ShouldContain("&scope=repo%20read%3Auser%20gist&");

    [Theory]
    [InlineData("robot", "scheme_unknown", "named robot. There are: bot, person, bearer")]
    [InlineData("bearer", "credentials_required", "POST /auth/manual")]
    public async Task Scheme_that_can_not_be_begun_is_refused(string scheme, string code, string said)
    {
        var error = (await _application.SendAsync(new StartAuthorizationCommand(Id, CredentialValues.Empty) { Scheme = scheme })).Error!;

        (error.Kind, error.Code).ShouldBe((ErrorKind.Invalid, code));
        error.Message.ShouldContain(said);
    }

    [Fact]
    public async Task Scope_that_the_manifest_does_not_offer_is_refused()
    {
        var error = (await _application.SendAsync(new StartAuthorizationCommand(Id, CredentialValues.Empty) { Scopes = ["gist", "admin"] })).Error!;

        (error.Code, error.Message).ShouldBe(("scope_unknown", "Tool github can't be asked for admin. Optional scopes: delete_repo, gist"));
    }

    [Fact]
    public async Task Connecting_again_asks_for_what_the_connection_had()
    {
        _application.Server.OnExchange = () => Fakes.ScriptedAuthorizationServer.Grant("t", "r", TimeSpan.FromMinutes(1)) with { Scopes = ["repo", "gist"] };
        var started = (await _application.SendAsync(new StartAuthorizationCommand(Id, CredentialValues.Empty) { Scopes = ["gist"] })).Required();
        (await _application.CompleteAsync("github", started.Redirect!.State)).Required();
        _application.Server.OnRefresh = () => AuthorizationErrors.GrantRefused("github", "invalid_grant");

        var error = (await _application.ExecuteAsync(Id, "list_items")).Error!;

        error.Details["connect_url"].ShouldContain("&scope=repo%20read%3Auser%20gist&");
    }

    private async Task<string> UrlAsync(StartAuthorizationCommand command) => (await _application.SendAsync(command)).Required().Redirect!.Url;
}
