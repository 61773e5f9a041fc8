using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>A token endpoint that is down for a while delays people for that time only.</summary>
public sealed class TokenEndpointDownTests(OAuthServer server) : AuthorizationTests(server)
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    [OAuthFact]
    public Task Callback_while_the_endpoint_answers_503_connects_nothing_and_uses_the_state_up() => CallbackConnectsNothing(TokenEndpoint.Unavailable);

    [OAuthFact]
    public Task Callback_while_the_endpoint_closes_connections_connects_nothing_and_uses_the_state_up() => CallbackConnectsNothing(TokenEndpoint.Closed);

    [OAuthFact]
    public async Task New_authorization_works_when_the_endpoint_is_back()
    {
        var lost = await Scene.AuthorizeAsync();
        await Scene.Authorization.SetTokenEndpointAsync(TokenEndpoint.Unavailable);
        await Scene.ReturnAsync(lost);
        await Scene.Authorization.SetTokenEndpointAsync(TokenEndpoint.Up);

        await Scene.ConnectAsync();

        (await Scene.RunAsync()).Status.ShouldBe(200);
    }

    [OAuthFact]
    public async Task Token_that_is_about_to_end_still_serves_while_the_endpoint_is_down()
    {
        await Scene.ConnectAsync();
        var first = (await Scene.Authorization.ReadJournalAsync()).LastIssued;
        await Scene.PassAsync(TokenLifetime - TimeSpan.FromSeconds(30));
        await Scene.Authorization.SetTokenEndpointAsync(TokenEndpoint.Unavailable);

        var run = await Scene.RunAsync();

        run.Status.ShouldBe(200, run.Text);
        (await Scene.Authorization.ReadJournalAsync()).TokenRequests.ShouldBe(2);
        Scene.GitHub.Requests.ShouldHaveSingleItem().Token.ShouldBe(first.AccessToken);
    }

    [OAuthFact]
    public Task Expired_token_fails_the_run_while_the_endpoint_answers_503_and_recovers_later() => ExpiredTokenRecovers(TokenEndpoint.Unavailable);

    [OAuthFact]
    public Task Expired_token_fails_the_run_while_the_endpoint_closes_connections_and_recovers_later() => ExpiredTokenRecovers(TokenEndpoint.Closed);

    private async Task CallbackConnectsNothing(TokenEndpoint state)
    {
        var callback = await Scene.AuthorizeAsync();
        await Scene.Authorization.SetTokenEndpointAsync(state);
        var down = await Scene.ReturnAsync(callback);
        await Scene.Authorization.SetTokenEndpointAsync(TokenEndpoint.Up);
        var replayed = await Scene.ReturnAsync(callback);

        down.Status.ShouldBe(502, down.Text);
        down.Detail.ShouldStartWith("The authorization server of GitHub failed: ");
        replayed.Status.ShouldBe(400);
        (await Scene.IsConnectedAsync()).ShouldBeFalse();
        // A code is sent once: it is unknown whether the server has seen it.
        (await Scene.Authorization.ReadJournalAsync()).TokenRequests.ShouldBe(1);
    }

    private async Task ExpiredTokenRecovers(TokenEndpoint state)
    {
        await Scene.ConnectAsync();
        await Scene.PassAsync(TokenLifetime * 2);
        await Scene.Authorization.SetTokenEndpointAsync(state);
        var down = await Scene.RunAsync();
        await Scene.Authorization.SetTokenEndpointAsync(TokenEndpoint.Up);
        var later = await Scene.RunAsync();

        down.Status.ShouldBe(502, down.Text);
        down.Detail.ShouldBe("The access token for github has expired and could not be refreshed now");
        down.Fact("connect_url").ShouldBeNull();
        later.Status.ShouldBe(200, later.Text);
        // The expired token was not tried on the service.
        Scene.GitHub.Requests.ShouldHaveSingleItem().Status.ShouldBe(200);
    }
}
