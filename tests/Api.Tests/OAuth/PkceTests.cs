using System.Web;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>RFC 7636, enforced by a server that knows nothing of ModuleX.</summary>
public sealed class PkceTests(OAuthServer server) : AuthorizationTests(server)
{
    [OAuthFact]
    public async Task The_verifier_that_is_sent_fits_the_challenge()
    {
        var authorizeUrl = await Scene.BeginAsync();

        await Scene.ReturnAsync(await Scene.AuthorizeAsync(authorizeUrl));

        var query = HttpUtility.ParseQueryString(new Uri(authorizeUrl).Query);
        query["code_challenge_method"].ShouldBe("S256");
        var exchange = (await Scene.Authorization.ReadJournalAsync()).Of("authorization_code").ShouldHaveSingleItem();
        exchange.Error.ShouldBeNull();
        exchange.Sent.CodeVerifier!.Length.ShouldBe(43);
        query["code_challenge"].ShouldNotBe(exchange.Sent.CodeVerifier);
    }

    [OAuthFact]
    public async Task Two_authorizations_share_neither_verifier_nor_state()
    {
        var first = HttpUtility.ParseQueryString(new Uri(await Scene.BeginAsync()).Query);
        var second = HttpUtility.ParseQueryString(new Uri(await Scene.BeginAsync()).Query);

        first["code_challenge"].ShouldNotBe(second["code_challenge"]);
        first["state"].ShouldNotBe(second["state"]);
    }

    [OAuthFact]
    public async Task Code_of_another_challenge_connects_nothing()
    {
        // An attacker's own challenge in the victim's authorization: the server must miss the attacker's verifier in ModuleX's exchange.
        var authorizeUrl = await Scene.BeginAsync();
        var challenge = HttpUtility.ParseQueryString(new Uri(authorizeUrl).Query)["code_challenge"]!;
        var other = HttpUtility.ParseQueryString(new Uri(await Scene.BeginAsync()).Query)["code_challenge"]!;
        var callback = await Scene.AuthorizeAsync(authorizeUrl.Replace(challenge, other, StringComparison.Ordinal));

        var answer = await Scene.ReturnAsync(callback);

        answer.Status.ShouldBe(400);
        answer.Detail.ShouldBe("GitHub refused the authorization: invalid_grant");
        (await Scene.Authorization.ReadJournalAsync()).Of("authorization_code")
            .ShouldHaveSingleItem().Error.ShouldBe("invalid_grant: code_verifier does not match code_challenge");
        (await Scene.IsConnectedAsync()).ShouldBeFalse();
    }

    [OAuthFact]
    public async Task Authorization_without_the_challenge_is_refused_by_the_server()
    {
        var authorizeUrl = await Scene.BeginAsync();
        var challenge = HttpUtility.ParseQueryString(new Uri(authorizeUrl).Query)["code_challenge"]!;
        var callback = await Scene.AuthorizeAsync(authorizeUrl.Replace($"code_challenge={challenge}&code_challenge_method=S256", "", StringComparison.Ordinal));

        var answer = await Scene.ReturnAsync(callback);

        answer.Status.ShouldBe(400);
        answer.Detail.ShouldStartWith("GitHub did not authorize: invalid_request");
        (await Scene.IsConnectedAsync()).ShouldBeFalse();
    }
}
