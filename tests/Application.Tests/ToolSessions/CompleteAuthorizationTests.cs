using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.ToolSessions;

public sealed class CompleteAuthorizationTests : IDisposable
{
    private static readonly ToolSessionId Id = Given.SessionId();

    private readonly AnApplication _application = new(ATool.WithOAuth(), ATool.WithOAuth("slack"));

    public void Dispose() => _application.Dispose();

    [Fact]
    public async Task Callback_connects_the_session_that_began_it()
    {
        var state = await StartAsync();

        (await _application.CompleteAsync("github", state)).Required().ShouldBe(Id);

        var values = await _application.OpenAsync(Id);
        values["access_token"].ShouldBe("first-token");
        values["refresh_token"].ShouldBe("first-refresh");
        _application.Rows.Row(Id)!.Credential!.IsRefreshable.ShouldBeTrue();
        _application.SecurityLog.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Exchange_gets_the_verifier_and_the_redirect_of_the_start()
    {
        var state = await StartAsync();
        var pending = _application.Rows.Row(Id)!.Pending[0];
        var verifier = (await _application.Sealer.OpenAsync(Id, ToolSessionSecret.Verifier, pending.Verifier, CancellationToken.None))!["verifier"];

        (await _application.CompleteAsync("github", state, "the-code")).Required();

        _application.Server.Requests.ShouldBe([$"exchange the-code {verifier} http://localhost:8000/auth/callback/github"]);
    }

    [Fact]
    public async Task State_is_consumed_before_the_exchange()
    {
        var state = await StartAsync();
        var pendingAtExchange = -1;
        _application.Server.OnExchange = () =>
        {
            pendingAtExchange = _application.Rows.Row(Id)?.Pending.Length ?? 0;
            return AuthorizationErrors.ServerFailed("github", "down");
        };

        (await _application.CompleteAsync("github", state)).Error!.Kind.ShouldBe(ErrorKind.Upstream);

        pendingAtExchange.ShouldBe(0);
        _application.Rows.Row(Id).ShouldBeNull();
        (await _application.CompleteAsync("github", state)).Error.ShouldBe(ToolSessionErrors.StateUnknown);
    }

    [Fact]
    public async Task Replayed_callback_is_refused_and_the_connection_stays()
    {
        var state = await StartAsync();
        (await _application.CompleteAsync("github", state)).Required();

        (await _application.CompleteAsync("github", state)).Error.ShouldBe(ToolSessionErrors.StateUnknown);

        _application.Rows.Row(Id)!.Credential.ShouldNotBeNull();
        _application.Server.Requests.Count.ShouldBe(1);
        _application.SecurityLog.Lines.ShouldBe(["authorization refused: github ada state_unknown"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("forged")]
    public async Task State_that_was_not_made_here_is_refused(string? state)
    {
        (await _application.CompleteAsync("github", state)).Error.ShouldBe(ToolSessionErrors.StateUnknown);

        _application.SecurityLog.Lines.ShouldBe(["authorization refused: github ? state_unknown"]);
    }

    [Fact]
    public async Task Expired_state_is_refused()
    {
        var state = await StartAsync();
        _application.Time.Advance(TimeSpan.FromMinutes(10));

        (await _application.CompleteAsync("github", state)).Error.ShouldBe(ToolSessionErrors.StateUnknown);
    }

    [Fact]
    public async Task State_of_another_tool_is_refused_and_burnt()
    {
        var state = await StartAsync();

        (await _application.CompleteAsync("slack", state)).Error.ShouldBe(ToolSessionErrors.ToolMismatch);

        (await _application.CompleteAsync("github", state)).Error.ShouldBe(ToolSessionErrors.StateUnknown);
        _application.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Denial_is_told_and_nothing_is_stored()
    {
        var state = await StartAsync();

        var error = (await _application.CompleteAsync("github", state, code: null, denial: "access_denied",
            description: "No,\r\nthanks")).Error.ShouldNotBeNull();

        error.Message.ShouldBe("Github did not authorize: access_denied (No,thanks)");
        _application.Rows.Row(Id).ShouldBeNull();
    }

    [Fact]
    public async Task Text_of_a_denial_is_cut()
    {
        var state = await StartAsync();

        (await _application.CompleteAsync("github", state, denial: new string('x', 5000))).Error!.Message.Length.ShouldBeLessThan(300);
    }

    [Theory]
    [InlineData("https://evil.example", "issuer_mismatch")]
    [InlineData("https://github.example/", "issuer_mismatch")]
    [InlineData("https://github.example", null)]
    [InlineData(null, null)]
    public async Task Issuer_must_be_the_one_that_was_asked(string? issuer, string? code)
    {
        var state = await StartAsync();

        (await _application.CompleteAsync("github", state, issuer: issuer)).Error?.Code.ShouldBe(code);
        (_application.Rows.Row(Id) is null).ShouldBe(code is not null);
    }

    [Theory]
    [InlineData("https://evil.example", "issuer_mismatch")]
    [InlineData("not an address", "issuer_mismatch")]
    [InlineData("https://github.example/realms/one", null)]
    [InlineData(null, null)]
    public async Task Issuer_of_a_tool_that_names_none_must_have_the_host_that_was_asked(string? issuer, string? code)
    {
        _application.Catalog.ReplaceBy(ATool.With("github", [ATool.OAuth() with { OAuth = ATool.OAuth().OAuth! with { Issuer = null } }]));
        var state = await StartAsync();

        (await _application.CompleteAsync("github", state, issuer: issuer)).Error?.Code.ShouldBe(code);
        _application.Server.Requests.Count.ShouldBe(code is null ? 1 : 0);
    }

    [Fact]
    public async Task Issuer_that_differs_for_each_tenant_of_the_provider_is_taken()
    {
        var oauth = ATool.OAuth().OAuth! with { Issuer = new("https://login.example/{tenant}/v2.0") };
        _application.Catalog.ReplaceBy(ATool.With("github", [ATool.OAuth() with { OAuth = oauth }]));

        (await _application.CompleteAsync("github", await StartAsync(), issuer: "https://login.example/0a1b-2c/v2.0")).Required();
        (await _application.CompleteAsync("github", await StartAsync(), issuer: "https://evil.example/0a1b-2c/v2.0"))
            .Error.ShouldBe(ToolSessionErrors.IssuerMismatch);
    }

    [Fact]
    public async Task Owner_who_goes_during_the_exchange_is_not_connected_and_the_tokens_are_to_be_revoked()
    {
        var state = await StartAsync();
        _application.Rows.IsOwnerGone = true;

        (await _application.CompleteAsync("github", state)).Error.ShouldBe(ToolSessionErrors.OwnerGone);

        _application.Rows.Row(Id).ShouldBeNull();
        _application.Revocations.Waiting.ShouldHaveSingleItem().Session.ShouldBe(Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Callback_without_a_code_is_refused(string? code)
    {
        var state = await StartAsync();

        (await _application.CompleteAsync("github", state, code)).Error.ShouldBe(AuthorizationErrors.CodeMissing);
    }

    [Fact]
    public async Task Refused_code_stores_nothing()
    {
        var state = await StartAsync();
        _application.Server.OnExchange = () => AuthorizationErrors.GrantRefused("github", "invalid_grant");

        (await _application.CompleteAsync("github", state)).Error!.Code.ShouldBe(AuthorizationErrors.GrantRefusedCode);

        _application.Rows.Row(Id).ShouldBeNull();
    }

    [Fact]
    public async Task Client_that_was_taken_away_meanwhile_is_told()
    {
        var state = await StartAsync();
        _application.Clients.Client = null;

        (await _application.CompleteAsync("github", state)).Error!.Code.ShouldBe("oauth_client_missing");
    }

    [Fact]
    public async Task Scheme_that_the_manifest_lost_meanwhile_refuses_the_callback()
    {
        var state = await StartAsync();
        _application.Catalog.ReplaceBy(ATool.With("github", [ATool.Scheme(Domain.Catalog.AuthKind.ApiKey, ATool.Field("api_key"))]));

        (await _application.CompleteAsync("github", state)).Error.ShouldBe(ToolSessionErrors.StateUnknown);
    }

    [Fact]
    public async Task Connection_fields_of_the_start_are_kept_with_the_credential()
    {
        _application.Catalog.ReplaceBy(ATool.WithOAuth() with { ConnectionFields = [ATool.Field("base_url")] });
        await _application.ConnectByOAuthAsync(Id, new KeyValuePair<string, string>("base_url", "https://git.example"));

        (await _application.OpenAsync(Id)).Find("base_url").ShouldBe("https://git.example");
        _application.Server.Targets[^1].Fields["base_url"].ShouldBe("https://git.example");
    }

    private async Task<string> StartAsync() => (await _application.StartAsync(Id)).Required().Redirect.ShouldNotBeNull().State;
}
