using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.ToolSessions;

public sealed class StartAuthorizationTests
{
    private static readonly ToolSessionId Id = Given.SessionId();

    [Fact]
    public async Task Url_asks_the_authorization_server_for_a_code()
    {
        using var application = new AnApplication(
            [ATool.WithOAuth()], services => services.Configure<ConnectionOptions>(options => options.PublicUrl = "https://modulex.example/"));

        var redirect = (await application.StartAsync(Id)).Required().Redirect.ShouldNotBeNull();

        redirect.Url.ShouldStartWith("https://github.example/authorize?");
        var query = HttpUtility.ParseQueryString(new Uri(redirect.Url).Query);
        query["response_type"].ShouldBe("code");
        query["client_id"].ShouldBe("client-id");
        query["redirect_uri"].ShouldBe("https://modulex.example/auth/callback/github");
        query["scope"].ShouldBe("repo read:user");
        query["state"].ShouldBe(redirect.State);
        query["prompt"].ShouldBe("consent now");
        redirect.Url.ShouldNotContain("client-secret");
    }

    [Fact]
    public async Task Challenge_is_the_S256_of_a_verifier_that_only_the_session_knows()
    {
        using var application = new AnApplication(ATool.WithOAuth());

        var redirect = (await application.StartAsync(Id)).Required().Redirect.ShouldNotBeNull();

        var pending = application.Rows.Row(Id).ShouldNotBeNull().Pending.ShouldHaveSingleItem();
        var verifier = (await application.Sealer.OpenAsync(Id, ToolSessionSecret.Verifier, pending.Verifier, CancellationToken.None))!["verifier"];
        var query = HttpUtility.ParseQueryString(new Uri(redirect.Url).Query);
        verifier.Length.ShouldBe(43);
        query["code_challenge"].ShouldBe(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));
        query["code_challenge_method"].ShouldBe("S256");
        redirect.Url.ShouldNotContain(verifier);
    }

    [Fact]
    public async Task Session_waits_for_ten_minutes_and_stores_the_hash_of_the_nonce_only()
    {
        using var application = new AnApplication(ATool.WithOAuth());

        (await application.StartAsync(Id)).Required();

        var pending = application.Rows.Row(Id).ShouldNotBeNull().Pending.ShouldHaveSingleItem();
        pending.ExpiresAt.ShouldBe(ManualTime.Start.AddMinutes(10));
        pending.NonceHash.ShouldMatch("^[0-9a-f]{64}$");
        pending.Scheme.ShouldBe("oauth2");
    }

    [Fact]
    public async Task Two_starts_share_neither_state_nor_challenge()
    {
        using var application = new AnApplication(ATool.WithOAuth());

        var one = (await application.StartAsync(Id)).Required().Redirect!.Url;
        var other = (await application.StartAsync(Id)).Required().Redirect!.Url;

        foreach (var name in new[] { "state", "code_challenge" })
            HttpUtility.ParseQueryString(new Uri(one).Query)[name].ShouldNotBe(HttpUtility.ParseQueryString(new Uri(other).Query)[name]);
    }

    [Fact]
    public async Task Tool_without_an_OAuth_client_says_which_settings_are_missing()
    {
        using var application = new AnApplication(ATool.WithOAuth());
        application.Clients.Client = null;

        var error = (await application.StartAsync(Id)).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.Invalid);
        error.Message.ShouldContain("Tools:github:ClientId");
        error.Message.ShouldContain("with the callback address http://localhost:8000/auth/callback/github");
        error.Details["callback_url"].ShouldBe("http://localhost:8000/auth/callback/github");
        application.Rows.Row(Id).ShouldBeNull();
    }

    [Fact]
    public async Task Tool_without_an_OAuth_client_says_where_to_register_one()
    {
        var scheme = With(oauth => oauth with { RegisterUrl = "https://github.example/settings/developers" });
        using var application = new AnApplication(ATool.With("github", [scheme]));
        application.Clients.Client = null;

        (await application.StartAsync(Id)).Error!.Message.ShouldContain("registered at https://github.example/settings/developers");
    }

    [Fact]
    public async Task Service_without_PKCE_gets_no_challenge_and_no_verifier()
    {
        using var application = new AnApplication(ATool.With("github", [With(oauth => oauth with { UsesPkce = false })]));

        var redirect = (await application.StartAsync(Id)).Required().Redirect.ShouldNotBeNull();
        (await application.CompleteAsync("github", redirect.State)).Required();

        redirect.Url.ShouldNotContain("code_challenge");
        application.Server.Requests.ShouldBe(["exchange code  http://localhost:8000/auth/callback/github"]);
    }

    [Fact]
    public async Task Authorization_address_with_a_field_and_a_query_keeps_both()
    {
        var scheme = With(oauth => oauth with { AuthorizeUrl = new("https://id.example/{base_url}/authorize?resource=erp") });
        using var application = new AnApplication(ATool.With("github", [scheme]) with { ConnectionFields = [ATool.Field("base_url")] });

        var redirect = (await application.StartAsync(Id, new KeyValuePair<string, string>("base_url", "acme"))).Required().Redirect.ShouldNotBeNull();

        redirect.Url.ShouldStartWith("https://id.example/acme/authorize?resource=erp&response_type=code&client_id=client-id&");
        redirect.Url.Count(character => character == '?').ShouldBe(1);
    }

    [Theory]
    [InlineData("evil.example/x")]
    [InlineData("evil.example%2f")]
    [InlineData("a.b.evil.example#")]
    [InlineData("evil.example:443/")]
    [InlineData("evil.example\\")]
    [InlineData("[::1]")]
    public async Task Field_that_would_move_the_token_address_to_another_host_is_refused_by_name(string value)
    {
        var scheme = With(oauth => oauth with
            { AuthorizeUrl = new("https://{shop}.shops.example/authorize"), TokenUrl = new("https://{shop}.shops.example/token") });
        using var application = new AnApplication(ATool.With("github", [scheme]) with { ConnectionFields = [ATool.Field("shop")] });

        var error = (await application.StartAsync(Id, new KeyValuePair<string, string>("shop", value))).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.Invalid);
        error.Problems.Select(one => (one.Pointer, one.Message)).ShouldBe([("/shop", "goes into a host name: it must be letters, digits, dots and hyphens")]);
        application.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Address_that_this_server_may_not_call_is_refused_by_the_field()
    {
        using var application = new AnApplication(SelfHosted());
        application.Addresses.RefusedHosts.Add("intern.example");

        var error = (await application.StartAsync(Id, new KeyValuePair<string, string>("base_url", "http://intern.example"))).Error.ShouldNotBeNull();

        error.Problems.Select(one => (one.Pointer, one.Message)).ShouldBe([("/base_url", "leads to an address that is not allowed on this server")]);
        application.Rows.Row(Id).ShouldBeNull();
    }

    [Fact]
    public async Task Manual_tool_is_connected_at_once_for_the_owner_by_name()
    {
        using var application = new AnApplication(ATool.With("r2r", [ATool.Scheme(AuthKind.Manual) with { AuthUrl = new("https://r2r.example/auth") }]));
        var id = Given.SessionId("r2r");

        (await application.StartAsync(id)).Required().Redirect.ShouldBeNull();

        application.Server.Requests.ShouldBe(["manual ada"]);
        (await application.OpenAsync(id)).Find("access_token").ShouldBe("manual-token");
    }

    [Fact]
    public async Task Manual_tool_whose_address_fails_stores_nothing()
    {
        using var application = new AnApplication(ATool.With("r2r", [ATool.Scheme(AuthKind.Manual) with { AuthUrl = new("https://r2r.example/auth") }]));
        application.Server.OnManual = () => AuthorizationErrors.ServerFailed("r2r", "down");

        (await application.StartAsync(Given.SessionId("r2r"))).Error!.Kind.ShouldBe(ErrorKind.Upstream);

        application.Rows.Row(Given.SessionId("r2r")).ShouldBeNull();
    }

    [Fact]
    public async Task Manual_tool_without_an_address_says_which_setting_is_missing()
    {
        using var application = new AnApplication(ATool.With("r2r", [ATool.Scheme(AuthKind.Manual)]));

        (await application.StartAsync(Given.SessionId("r2r"))).Error!.Message.ShouldContain("Tools:r2r:AuthUrl");
    }

    [Fact]
    public async Task Tool_with_keys_names_the_fields_it_wants()
    {
        using var application = new AnApplication(
            ATool.With("n8n", [ATool.Scheme(AuthKind.ApiKey, ATool.Field("api_key"))]) with { ConnectionFields = [ATool.Field("base_url")] });

        (await application.StartAsync(Given.SessionId("n8n"))).Error!.Message.ShouldContain("(base_url, api_key)");
    }

    [Fact]
    public async Task Self_hosted_tool_is_asked_at_the_address_that_the_person_gave()
    {
        using var application = new AnApplication(SelfHosted());

        var redirect = (await application.StartAsync(Id, new KeyValuePair<string, string>("base_url", "https://git.example")))
            .Required().Redirect.ShouldNotBeNull();

        redirect.Url.ShouldStartWith("https://git.example/authorize?");
        application.Rows.Row(Id)!.Pending[0].Fields.ShouldNotBeNull();
    }

    [Fact]
    public async Task Self_hosted_tool_without_its_address_names_the_field()
    {
        using var application = new AnApplication(SelfHosted());

        (await application.StartAsync(Id)).Error!.Problems.Select(one => (one.Pointer, one.Message)).ShouldBe([("/base_url", "is required")]);
    }

    [Fact]
    public async Task Unknown_tool_is_not_found()
    {
        using var application = new AnApplication();

        (await application.StartAsync(Id)).Error!.Message.ShouldBe("Tool github not found");
    }

    private static ToolDefinition SelfHosted() =>
        ATool.With("github", [ATool.OAuth() with { OAuth = ATool.OAuth().OAuth! with { AuthorizeUrl = new("{base_url}/authorize") } }])
        with { ConnectionFields = [ATool.Field("base_url") with { IsUrl = true }] };

    private static AuthScheme With(Func<OAuthEndpoints, OAuthEndpoints> change) => ATool.OAuth() with { OAuth = change(ATool.OAuth().OAuth!) };
}
