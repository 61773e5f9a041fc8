using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.ToolSessions;

/// <summary>What becomes of the credentials of owners who were deleted or deactivated.</summary>
public sealed class RevokeQueuedTests : IDisposable
{
    private static readonly ToolSessionId Id = Given.SessionId();

    private readonly AnApplication _application = new(ATool.WithOAuth());

    public void Dispose() => _application.Dispose();

    [Fact]
    public async Task Queued_credential_is_revoked_and_wiped()
    {
        await QueueAsync();

        (await RunAsync()).ShouldBe(1);

        _application.Server.Requests[^1].ShouldBe("revoke first-refresh");
        _application.Revocations.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task Credential_stays_queued_while_its_service_fails_and_no_log_has_it()
    {
        await QueueAsync();
        _application.Server.OnRevoke = () => AuthorizationErrors.ServerFailed("github", "down");

        await RunAsync();

        _application.Revocations.Waiting.ShouldHaveSingleItem();
        _application.Log.Lines.ShouldContain(line => line.Contains("could not be revoked: authorization_server_failed"));
        _application.Log.Lines.ShouldNotContain(line => line.Contains("first-refresh"));
    }

    [Fact]
    public async Task Credential_that_its_tool_cannot_revoke_is_wiped()
    {
        await QueueAsync();
        _application.Catalog.ReplaceBy(ATool.With("github", [ATool.OAuth() with { OAuth = ATool.OAuth().OAuth! with { RevokeUrl = null } }]));

        await RunAsync();

        _application.Server.Requests.ShouldNotContain(request => request.StartsWith("revoke"));
        _application.Revocations.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task Credential_that_does_not_open_is_wiped()
    {
        await _application.Revocations.AddAsync(Id, Given.Credential(), CancellationToken.None);

        await RunAsync();

        _application.Revocations.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task Token_alone_revokes_where_the_request_carries_it_though_the_client_is_gone()
    {
        await QueueAsync();
        var own = new ServiceRequest { Method = "POST", Path = new("/auth.revoke"), Authority = RequestAuthority.Token };
        _application.Catalog.ReplaceBy(
            ATool.With("github", [ATool.OAuth() with { OAuth = ATool.OAuth().OAuth! with { RevokeUrl = null }, Revoke = own }]));
        _application.Clients.Client = null;

        await RunAsync();

        _application.Server.Requests[^1].ShouldBe("revoke first-refresh");
        _application.Revocations.Waiting.ShouldBeEmpty();
    }

    private async Task QueueAsync()
    {
        await _application.ConnectByOAuthAsync(Id);
        await _application.Revocations.AddAsync(Id, _application.Rows.Row(Id)!.Credential!, CancellationToken.None);
    }

    private async Task<int> RunAsync() => (await _application.SendAsync(new RevokeQueuedCommand())).Required();
}
