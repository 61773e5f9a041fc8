using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>RFC 7009: the tokens of a connection no longer work after it is disconnected.</summary>
public sealed class DisconnectTests(OAuthServer server) : AuthorizationTests(server)
{
    [OAuthFact]
    public async Task Disconnecting_revokes_the_tokens_at_the_server()
    {
        await Scene.ConnectAsync();
        var issued = (await Scene.Authorization.ReadJournalAsync()).LastIssued;
        (await Scene.Authorization.IntrospectAsync(Scene.Registered, issued.AccessToken)).Active.ShouldBeTrue();

        var answer = await Scene.DisconnectAsync();

        answer.Status.ShouldBe(200, answer.Text);
        (await Scene.Authorization.ReadJournalAsync()).Revocations.ShouldBe(1);
        (await Scene.Authorization.IntrospectAsync(Scene.Registered, issued.AccessToken)).Active.ShouldBeFalse();
        (await Scene.Authorization.IntrospectAsync(Scene.Registered, issued.RefreshToken!)).Active.ShouldBeFalse();
    }

    [OAuthFact]
    public async Task Disconnected_tool_can_not_be_run_but_connected_again()
    {
        await Scene.ConnectAsync();
        await Scene.DisconnectAsync();

        var run = await Scene.RunAsync();
        await Scene.ConnectAsync();
        var later = await Scene.RunAsync();

        run.Status.ShouldBe(404);
        later.Status.ShouldBe(200, later.Text);
    }

    [OAuthFact]
    public async Task Authorization_that_was_begun_before_disconnecting_connects_nothing()
    {
        await Scene.ConnectAsync();
        var callback = await Scene.AuthorizeAsync();
        await Scene.DisconnectAsync();

        var answer = await Scene.ReturnAsync(callback);

        answer.Status.ShouldBe(400);
        (await Scene.IsConnectedAsync()).ShouldBeFalse();
    }
}

/// <summary>The same where the server's revocation endpoint is not to be reached.</summary>
public sealed class DisconnectWithoutRevocationTests(OAuthServer server) : AuthorizationTests(server)
{
    [OAuthFact]
    public async Task Connection_is_deleted_all_the_same()
    {
        await Scene.ConnectAsync();

        var answer = await Scene.DisconnectAsync();

        answer.Status.ShouldBe(200, answer.Text);
        (await Scene.RunAsync()).Status.ShouldBe(404);
        Scene.LogLines.ShouldContain(line => line.Contains("could not be revoked", StringComparison.Ordinal));
    }

    // Nothing listens on the port of "discard".
    private protected override void Adjust(ModuleXServerBuilder moduleX) => moduleX.With("Tools:github:RevokeUrl", "http://127.0.0.1:9/revoke");
}
