using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>Callbacks that must not connect anything (RFC 9700, section 4; RFC 6749, section 10.12).</summary>
public sealed class RefusedCallbackTests(OAuthServer server) : AuthorizationTests(server)
{
    private const string StateUnknown = "Invalid state: it is unknown, expired or already used. Please start the authorization again.";

    [OAuthFact]
    public async Task Person_who_denies_connects_nothing()
    {
        var callback = await Scene.DenyAsync();

        var answer = await Scene.ReturnAsync(callback);

        callback.Query.ShouldContain("error=access_denied");
        answer.Status.ShouldBe(400);
        answer.Detail.ShouldBe("GitHub did not authorize: access_denied (End-User aborted interaction)");
        (await Scene.IsConnectedAsync()).ShouldBeFalse();
        (await Scene.Authorization.ReadJournalAsync()).TokenRequests.ShouldBe(0);
    }

    [OAuthFact]
    public async Task Denial_uses_the_state_up()
    {
        var callback = await Scene.DenyAsync();
        await Scene.ReturnAsync(callback);

        var answer = await Scene.ReturnAsync(
            new Uri(callback.OriginalString.Replace("error=access_denied", "code=made-up-by-somebody", StringComparison.Ordinal)));

        answer.Status.ShouldBe(400);
        answer.Detail.ShouldBe(StateUnknown);
        (await Scene.Authorization.ReadJournalAsync()).TokenRequests.ShouldBe(0);
    }

    [OAuthFact]
    public async Task Replayed_state_is_refused_and_the_connection_stays()
    {
        var callback = await Scene.AuthorizeAsync();
        await Scene.ReturnAsync(callback);

        var replayed = await Scene.ReturnAsync(callback);

        replayed.Status.ShouldBe(400);
        replayed.Detail.ShouldBe(StateUnknown);
        (await Scene.Authorization.ReadJournalAsync()).TokenRequests.ShouldBe(1);
        (await Scene.RunAsync()).Status.ShouldBe(200);
    }

    [OAuthFact]
    public async Task Fifty_copies_of_one_callback_cause_one_exchange()
    {
        var callback = await Scene.AuthorizeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Scene.ReturnAsync(callback)));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Status == 400).ShouldBe(49);
        (await Scene.Authorization.ReadJournalAsync()).TokenRequests.ShouldBe(1);
        (await Scene.RunAsync()).Status.ShouldBe(200);
    }

    [OAuthFact]
    public async Task Expired_state_is_refused()
    {
        var authorizeUrl = await Scene.BeginAsync();
        Scene.PassForModuleX(TimeSpan.FromMinutes(10));
        // The code is fresh: it is the state alone that is too old.
        var callback = await Scene.AuthorizeAsync(authorizeUrl);

        var answer = await Scene.ReturnAsync(callback);

        answer.Status.ShouldBe(400);
        answer.Detail.ShouldBe(StateUnknown);
        (await Scene.IsConnectedAsync()).ShouldBeFalse();
        (await Scene.Authorization.ReadJournalAsync()).TokenRequests.ShouldBe(0);
    }

    [OAuthFact]
    public async Task State_that_is_almost_too_old_is_taken()
    {
        var authorizeUrl = await Scene.BeginAsync();
        Scene.PassForModuleX(TimeSpan.FromMinutes(9.5));

        var answer = await Scene.ReturnAsync(await Scene.AuthorizeAsync(authorizeUrl));

        answer.Status.ShouldBe(200, answer.Text);
    }

    [OAuthFact]
    public async Task State_of_github_is_refused_at_slack_and_used_up()
    {
        var callback = await Scene.AuthorizeAsync();

        var elsewhere = await Scene.ReturnAsync(new Uri(callback.OriginalString.Replace("/callback/github", "/callback/slack", StringComparison.Ordinal)));
        var back = await Scene.ReturnAsync(callback);

        elsewhere.Status.ShouldBe(400);
        elsewhere.Detail.ShouldBe("Tool name mismatch: the state belongs to the authorization of another tool");
        back.Detail.ShouldBe(StateUnknown);
        (await Scene.IsConnectedAsync()).ShouldBeFalse();
        (await Scene.Authorization.ReadJournalAsync()).TokenRequests.ShouldBe(0);
    }

    [OAuthFact]
    public async Task Tampered_state_is_refused_and_spoils_nothing()
    {
        var callback = await Scene.AuthorizeAsync();
        var state = System.Web.HttpUtility.ParseQueryString(callback.Query)["state"]!;
        var tampered = state[..^2] + (state[^2] == 'A' ? 'B' : 'A') + state[^1];

        var refused = await Scene.ReturnAsync(new Uri(callback.OriginalString.Replace(state, tampered, StringComparison.Ordinal)));
        var own = await Scene.ReturnAsync(callback);

        refused.Status.ShouldBe(400);
        refused.Detail.ShouldBe(StateUnknown);
        own.Status.ShouldBe(200, own.Text);
    }

    [OAuthFact]
    public async Task Callback_without_state_or_code_is_refused()
    {
        var callback = await Scene.AuthorizeAsync();
        var address = callback.GetLeftPart(UriPartial.Path);
        var state = System.Web.HttpUtility.ParseQueryString(callback.Query)["state"]!;

        var withoutState = await Scene.ReturnAsync(new Uri($"{address}?code=made-up-by-somebody"));
        var withoutCode = await Scene.ReturnAsync(new Uri($"{address}?state={state}"));

        withoutState.Detail.ShouldBe(StateUnknown);
        withoutCode.Status.ShouldBe(400);
        withoutCode.Detail.ShouldBe("The callback has no authorization code");
        (await Scene.Authorization.ReadJournalAsync()).TokenRequests.ShouldBe(0);
    }
}
