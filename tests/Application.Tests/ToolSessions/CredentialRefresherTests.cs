using ModuleX.Application.ToolSessions;
using ModuleX.Application.Tests.Fakes;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.ToolSessions;

public sealed class CredentialRefresherTests : IDisposable
{
    private static readonly ToolSessionId Id = Given.SessionId();

    private readonly AnApplication _application = new(ATool.WithOAuth());

    public void Dispose() => _application.Dispose();

    [Fact]
    public async Task Rotated_refresh_token_replaces_the_old_one()
    {
        var renewed = (await RefreshAsync()).Required();

        _application.Server.Requests[^1].ShouldBe("refresh first-refresh");
        (await OpenAsync(renewed))["refresh_token"].ShouldBe("second-refresh");
        (await OpenAsync(renewed))["access_token"].ShouldBe("second-token");
    }

    [Fact]
    public async Task Refresh_token_that_is_not_rotated_stays()
    {
        _application.Server.OnRefresh = () => ScriptedAuthorizationServer.Grant("second-token", expiresIn: TimeSpan.FromHours(1));

        var renewed = (await RefreshAsync()).Required();

        (await OpenAsync(renewed))["refresh_token"].ShouldBe("first-refresh");
        renewed.IsRefreshable.ShouldBeTrue();
        renewed.ExpiresAt.ShouldBe(ManualTime.Start.AddHours(1));
    }

    [Fact]
    public async Task Scopes_that_the_answer_does_not_name_have_not_changed()
    {
        _application.Server.OnExchange = () => ScriptedAuthorizationServer.Grant("t", "r") with { Scopes = ["repo"] };

        (await RefreshAsync()).Required().Scopes.ShouldBe(["repo"]);
    }

    [Fact]
    public async Task Refused_refresh_token_needs_a_new_connection()
    {
        _application.Server.OnRefresh = () => AuthorizationErrors.GrantRefused("github", "invalid_grant");

        (await RefreshAsync()).Error.ShouldBe(ToolSessionErrors.NeedsReconnect(Id));
    }

    [Fact]
    public async Task Token_endpoint_that_is_down_may_work_later()
    {
        _application.Server.OnRefresh = () => AuthorizationErrors.ServerFailed("github", "down");

        (await RefreshAsync()).Error.ShouldBe(ToolSessionErrors.RefreshFailed("github"));
    }

    [Fact]
    public async Task Client_that_an_operator_took_away_may_come_back()
    {
        await _application.ConnectByOAuthAsync(Id);
        _application.Clients.Client = null;

        (await RefreshAsync(connect: false)).Error.ShouldBe(ToolSessionErrors.RefreshFailed("github"));
    }

    [Fact]
    public async Task Scheme_that_the_manifest_lost_needs_a_new_connection()
    {
        await _application.ConnectByOAuthAsync(Id);
        _application.Catalog.ReplaceBy(ATool.With("github", [ATool.Scheme(AuthKind.ApiKey, ATool.Field("api_key"))]));

        (await RefreshAsync(connect: false)).Error.ShouldBe(ToolSessionErrors.NeedsReconnect(Id));
    }

    [Fact]
    public async Task Client_credentials_are_used_once_more()
    {
        var scheme = ATool.Scheme(AuthKind.ClientCredentials, ATool.Field("client_id"), ATool.Field("client_secret"));
        _application.Catalog.ReplaceBy(ATool.With("github", [scheme]));
        (await _application.ConnectAsync(Id, new("client_id", "c"), new KeyValuePair<string, string>("client_secret", "s"))).Required();
        _application.Server.OnToken = () => ScriptedAuthorizationServer.Grant("next-token");

        var renewed = (await RefreshAsync(connect: false)).Required();

        (await OpenAsync(renewed))["access_token"].ShouldBe("next-token");
        (await OpenAsync(renewed))["client_secret"].ShouldBe("s");
    }

    private async Task<Result<StoredCredential>> RefreshAsync(bool connect = true)
    {
        if (connect) await _application.ConnectByOAuthAsync(Id);
        return await _application.Get<ICredentialRefresher>().RefreshAsync(
            Id, _application.Rows.Row(Id)!.Credential!, _ => ValueTask.FromResult<Error?>(null), CancellationToken.None);
    }

    private async Task<CredentialValues> OpenAsync(StoredCredential credential) =>
        (await _application.Sealer.OpenAsync(Id, ToolSessionSecret.Credential, credential.Secret, CancellationToken.None)).ShouldNotBeNull();
}
