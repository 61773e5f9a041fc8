using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.ToolSessions;

public sealed class DisconnectToolTests : IDisposable
{
    private static readonly ToolSessionId Id = Given.SessionId();

    private readonly AnApplication _application = new(ATool.WithOAuth());

    public void Dispose() => _application.Dispose();

    [Fact]
    public async Task Connection_is_deleted_and_its_refresh_token_revoked()
    {
        await _application.ConnectByOAuthAsync(Id);

        (await DisconnectAsync()).Required();

        _application.Rows.Row(Id).ShouldBeNull();
        _application.Server.Requests[^1].ShouldBe("revoke first-refresh");
    }

    [Fact]
    public async Task Failed_revocation_does_not_matter_and_leaks_nothing()
    {
        await _application.ConnectByOAuthAsync(Id);
        _application.Server.OnRevoke = () => AuthorizationErrors.ServerFailed("github", "down");

        (await DisconnectAsync()).Error.ShouldBeNull();

        _application.Rows.Row(Id).ShouldBeNull();
        _application.Log.Lines.ShouldContain(line => line.Contains("could not be revoked: authorization_server_failed"));
        _application.Log.Lines.ShouldNotContain(line => line.Contains("first-refresh"));
    }

    [Fact]
    public async Task Tool_that_has_left_the_catalog_can_be_disconnected()
    {
        await _application.ConnectByOAuthAsync(Id);
        _application.Catalog.ReplaceBy();

        (await DisconnectAsync()).Required();

        _application.Rows.Row(Id).ShouldBeNull();
    }

    [Fact]
    public async Task Credential_that_can_not_be_revoked_is_just_deleted()
    {
        _application.Catalog.ReplaceBy(ATool.With("github", [ATool.Scheme(AuthKind.ApiKey, ATool.Field("api_key"))]));
        (await _application.ConnectAsync(Id, new KeyValuePair<string, string>("api_key", "k1"))).Required();

        (await DisconnectAsync()).Required();

        _application.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tool_that_is_not_connected_is_not_found() =>
        (await DisconnectAsync()).Error!.Message.ShouldBe("Tool github not found or not authenticated for user ada");

    private Task<Result<Done>> DisconnectAsync() => _application.SendAsync(new DisconnectToolCommand(Id));
}
