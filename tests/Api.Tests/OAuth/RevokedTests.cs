using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>A person, or an administrator, has taken ModuleX's access away at the service.</summary>
public sealed class RevokedTests(OAuthServer server) : AuthorizationTests(server)
{
    private static readonly TimeSpan PastTheEnd = TimeSpan.FromHours(2);

    [OAuthFact]
    public async Task Revoked_refresh_token_asks_for_a_new_connection_with_a_url_that_works()
    {
        await ConnectAndRevokeAsync();
        await Scene.PassAsync(PastTheEnd);

        var refused = await Scene.RunAsync();
        var wasConnected = await Scene.IsConnectedAsync();
        var returned = await Scene.ReturnAsync(await Scene.AuthorizeAsync(refused.Fact("connect_url")!));
        var run = await Scene.RunAsync();

        refused.Status.ShouldBe(400, refused.Text);
        refused.Detail.ShouldBe("Invalid authentication for github. Please re-authenticate.");
        wasConnected.ShouldBeFalse();
        returned.Status.ShouldBe(200, returned.Text);
        run.Status.ShouldBe(200, run.Text);
    }

    [OAuthFact]
    public async Task Token_that_was_revoked_before_its_end_asks_for_a_new_connection()
    {
        await ConnectAndRevokeAsync();

        var refused = await Scene.RunAsync();
        var returned = await Scene.ReturnAsync(await Scene.AuthorizeAsync(refused.Fact("connect_url")!));
        var run = await Scene.RunAsync();

        refused.Status.ShouldBe(400, refused.Text);
        refused.Detail.ShouldBe("Tool execution failed: Invalid credentials for github");
        returned.Status.ShouldBe(200, returned.Text);
        run.Status.ShouldBe(200, run.Text);
    }

    [OAuthFact]
    public async Task Agent_that_tries_again_asks_the_server_nothing_and_gets_the_same_url()
    {
        await ConnectAndRevokeAsync();
        await Scene.PassAsync(PastTheEnd);
        var first = await Scene.RunAsync();
        var requests = (await Scene.Authorization.ReadJournalAsync()).TokenRequests;

        var second = await Scene.RunAsync();

        second.Fact("connect_url").ShouldBe(first.Fact("connect_url"));
        (await Scene.Authorization.ReadJournalAsync()).TokenRequests.ShouldBe(requests);
    }

    [OAuthFact]
    public async Task Two_hundred_runs_with_a_revoked_token_ask_the_server_once_and_share_one_url_that_works()
    {
        await ConnectAndRevokeAsync();
        await Scene.PassAsync(PastTheEnd);

        var runs = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Scene.RunAsync()));
        var urls = runs.Select(run => run.Fact("connect_url")).Distinct().ToList();

        runs.Select(run => run.Status).ShouldAllBe(status => status == 400);
        (await Scene.Authorization.ReadJournalAsync()).Of("refresh_token").Count.ShouldBe(1);
        urls.Count.ShouldBe(1);
        (await Scene.ReturnAsync(await Scene.AuthorizeAsync(urls[0]!))).Status.ShouldBe(200);
    }

    [OAuthFact]
    public async Task Connect_url_that_was_used_is_not_handed_out_again()
    {
        await ConnectAndRevokeAsync();
        await Scene.PassAsync(PastTheEnd);
        var first = await Scene.RunAsync();
        // The person looks at the page, refuses, and is asked once more.
        await Scene.ReturnAsync(await Scene.DenyAsync(first.Fact("connect_url")!));

        var second = await Scene.RunAsync();
        var returned = await Scene.ReturnAsync(await Scene.AuthorizeAsync(second.Fact("connect_url")!));

        returned.Status.ShouldBe(200, returned.Text);
    }

    [OAuthFact]
    public async Task Second_revocation_gets_a_url_of_its_own()
    {
        await ConnectAndRevokeAsync();
        await Scene.PassAsync(PastTheEnd);
        await Scene.ReturnAsync(await Scene.AuthorizeAsync((await Scene.RunAsync()).Fact("connect_url")!));
        await RevokeAsync();
        await Scene.PassAsync(PastTheEnd);

        var refused = await Scene.RunAsync();
        var returned = await Scene.ReturnAsync(await Scene.AuthorizeAsync(refused.Fact("connect_url")!));

        refused.Status.ShouldBe(400, refused.Text);
        returned.Status.ShouldBe(200, returned.Text);
    }

    [OAuthFact]
    public async Task Stolen_refresh_token_that_was_used_elsewhere_ends_the_connection()
    {
        await Scene.ConnectAsync();
        var stolen = (await Scene.Authorization.ReadJournalAsync()).LastIssued.RefreshToken!;
        await Scene.PassAsync(PastTheEnd);
        await Scene.RunAsync();
        await Scene.Authorization.RefreshAsync(Scene.Registered, stolen);
        await Scene.PassAsync(PastTheEnd);

        var refused = await Scene.RunAsync();

        refused.Status.ShouldBe(400, refused.Text);
        refused.Fact("connect_url").ShouldNotBeNull();
    }

    private async Task ConnectAndRevokeAsync()
    {
        await Scene.ConnectAsync();
        await RevokeAsync();
    }

    private async Task RevokeAsync() =>
        await Scene.Authorization.RevokeAsync(Scene.Registered, (await Scene.Authorization.ReadJournalAsync()).LastIssued.RefreshToken!);
}
