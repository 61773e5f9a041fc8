using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>RFC 6749, section 6, with a server that rotates refresh tokens and ends the grant when an old one comes again (RFC 9700, section 4.14).</summary>
public sealed class RefreshTests(OAuthServer server) : AuthorizationTests(server)
{
    private static readonly TimeSpan PastTheEnd = TimeSpan.FromHours(2);

    [OAuthFact]
    public async Task Fresh_token_is_not_refreshed()
    {
        await Scene.ConnectAsync();

        await Scene.RunAsync();
        await Scene.RunAsync();

        (await Scene.Authorization.ReadJournalAsync()).Of("refresh_token").ShouldBeEmpty();
    }

    [OAuthFact]
    public async Task Expired_token_is_refreshed_once_and_the_run_goes_on_with_the_new_one()
    {
        await Scene.ConnectAsync();
        var first = (await Scene.Authorization.ReadJournalAsync()).LastIssued;
        await Scene.PassAsync(PastTheEnd);

        var run = await Scene.RunAsync();
        var again = await Scene.RunAsync();

        run.Status.ShouldBe(200, run.Text);
        again.Status.ShouldBe(200, again.Text);
        var refresh = (await Scene.Authorization.ReadJournalAsync()).Of("refresh_token").ShouldHaveSingleItem();
        refresh.Sent.RefreshToken.ShouldBe(first.RefreshToken);
        Scene.GitHub.Requests.Select(request => request.Token).Distinct().ShouldBe([refresh.Issued!.AccessToken]);
    }

    [OAuthFact]
    public async Task Each_refresh_uses_the_token_that_the_last_one_brought()
    {
        await Scene.ConnectAsync();
        for (var time = 1; time <= 3; time++)
        {
            await Scene.PassAsync(PastTheEnd);
            var run = await Scene.RunAsync();
            run.Status.ShouldBe(200, run.Text);
        }

        var journal = await Scene.Authorization.ReadJournalAsync();
        var sent = journal.Of("refresh_token").Select(refresh => refresh.Sent.RefreshToken);
        var issued = journal.Grants.SkipLast(1).Select(grant => grant.Issued!.RefreshToken);
        sent.ShouldBe(issued);
        sent.Distinct().Count().ShouldBe(3);
    }

    [OAuthFact]
    public async Task Token_of_a_few_seconds_is_refreshed_before_every_run()
    {
        await Scene.Authorization.SetTokenLifetimeAsync(TimeSpan.FromSeconds(2));
        await Scene.ConnectAsync();

        var first = await Scene.RunAsync();
        var second = await Scene.RunAsync();

        first.Status.ShouldBe(200, first.Text);
        second.Status.ShouldBe(200, second.Text);
        (await Scene.Authorization.ReadJournalAsync()).Of("refresh_token").Count.ShouldBe(2);
    }

    [OAuthFact]
    public async Task Two_hundred_runs_with_an_expired_token_cause_one_token_request()
    {
        await Scene.ConnectAsync();
        await Scene.PassAsync(PastTheEnd);

        var runs = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Scene.RunAsync()));

        runs.Select(run => run.Status).ShouldAllBe(status => status == 200);
        var journal = await Scene.Authorization.ReadJournalAsync();
        // One for the code, one for the refresh.
        journal.TokenRequests.ShouldBe(2);
        Scene.GitHub.Requests.Count(request => request.Token == journal.LastIssued.AccessToken && request.Status == 200).ShouldBe(200);
    }

    [OAuthFact]
    public async Task Token_that_the_service_refuses_early_is_renewed_and_the_run_tried_once_more()
    {
        await Scene.ConnectAsync();
        // For the server the token has ended, for ModuleX's clock it has not.
        await Scene.Authorization.SetClockSkewAsync(PastTheEnd);

        var run = await Scene.RunAsync();

        run.Status.ShouldBe(200, run.Text);
        Scene.GitHub.Requests.Select(request => request.Status).ShouldBe([401, 200]);
        (await Scene.Authorization.ReadJournalAsync()).Of("refresh_token").ShouldHaveSingleItem().Error.ShouldBeNull();
    }
}
