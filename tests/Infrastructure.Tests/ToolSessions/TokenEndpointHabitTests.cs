using System.Collections.Immutable;
using System.Text;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>Token endpoints that do otherwise than RFC 6749 says, and what a manifest says of them.</summary>
public sealed class TokenEndpointHabitTests : IAsyncLifetime
{
    private readonly OutgoingServices _services = new();
    private Upstream _upstream = null!;

    public async Task InitializeAsync()
    {
        _upstream = await Upstream.StartAsync();
        _upstream.Answer = context => Upstream.Json(context, """{"access_token":"a-1","token_type":"bearer"}""");
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    private IAuthorizationServer Server => _services.AuthorizationServer;

    [Theory]
    [InlineData("text/plain", "access_token=a%2B1&expires=5184000", "a+1")]
    [InlineData("text/html; charset=utf-8", "token_type=bearer&access_token=a-1\n", "a-1")]
    [InlineData(null, "access_token=a-1", "a-1")]
    public async Task Form_under_another_type_is_read_as_a_form(string? type, string body, string token)
    {
        _upstream.Answer = context => Upstream.Send(context, type, Encoding.UTF8.GetBytes(body));

        (await Server.RefreshAsync(Target(), "r", default)).Required().Values["access_token"].ShouldBe(token);
    }

    [Theory]
    [InlineData("text/plain", "try again later, error=1&access_token=a")]
    [InlineData("text/html", "<a href='?x=1&error=2'>back</a>")]
    [InlineData("text/plain", "hello=1&world=2")]
    public async Task Page_or_sentence_is_no_form(string type, string body)
    {
        _upstream.Answer = context => Upstream.Send(context, type, Encoding.UTF8.GetBytes(body));

        (await Server.RefreshAsync(Target(), "r", default)).Error!.Message.ShouldEndWith("its answer is not JSON");
    }

    [Fact]
    public async Task Refusal_in_a_form_under_another_type_is_final()
    {
        _upstream.Answer = context => Upstream.Send(context, "text/plain", "error=invalid_grant&error_description=gone"u8.ToArray(), 400);

        (await Server.RefreshAsync(Target(), "r", default)).Error!.Code.ShouldBe(AuthorizationErrors.GrantRefusedCode);
    }

    [Theory]
    [InlineData(400, """{"status":"BAD_REFRESH_TOKEN"}""", "grant_refused")]
    [InlineData(400, """{"status":"RATE_LIMIT"}""", "authorization_server_failed")]
    [InlineData(500, """{"status":"BAD_REFRESH_TOKEN"}""", "authorization_server_failed")]
    [InlineData(400, "gone", "authorization_server_failed")]
    public async Task Manifest_says_which_token_answers_are_final(int status, string body, string code)
    {
        _upstream.Answer = context => Upstream.Json(context, body, status);
        var rule = new ErrorRule
            { Kind = UpstreamFailureKind.Failed, Statuses = [400], Path = Tools.Path("$.status"), AllowedValues = [Tools.Value("\"BAD_REFRESH_TOKEN\"")] };

        var target = Target();

        (await Server.RefreshAsync(target with { Scheme = target.Scheme with { TokenRefusals = [rule] } }, "r", default)).Error!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Manifest_says_which_refusal_is_passing()
    {
        _upstream.Answer = context => Upstream.Json(context, """{"error":"invalid_grant","detail":"Too many requests"}""", 400);
        var rule = new ErrorRule { Kind = UpstreamFailureKind.Unavailable, Path = Tools.Path("$.detail"), Contains = "too many" };
        var target = Target();

        (await Server.RefreshAsync(target with { Scheme = target.Scheme with { TokenRefusals = [rule] } }, "r", default))
            .Error!.Code.ShouldBe("authorization_server_failed");
    }

    [Theory]
    [InlineData("1893456000")]
    [InlineData("\"1893456000000\"")]
    [InlineData("\"2030-01-01T00:00:00Z\"")]
    public async Task End_of_a_token_is_read_in_the_forms_that_services_use(string end)
    {
        _upstream.Answer = context => Upstream.Json(context, $$$"""{"access_token":"a","session":{"until":{{{end}}}}}""");
        var target = Target();
        var map = ImmutableSortedDictionary<string, JsonPath>.Empty.Add("expires_at", Tools.Path("$.session.until"));

        var grant = (await Server.RefreshAsync(target with { Scheme = target.Scheme with { TokenResponse = map } }, "r", default)).Required();

        (DateTimeOffset.UtcNow + grant.ExpiresIn!.Value).ShouldBe(new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(5));
        grant.Values.Keys.ShouldBe(["access_token"]);
    }

    [Fact]
    public async Task Answer_to_a_refresh_may_have_another_form()
    {
        _upstream.Answer = context => Upstream.Json(context, """{"access_token":"top","person":{"access_token":"inner"}}""");
        var target = Target();
        var scheme = target.Scheme with
        {
            TokenResponse = ImmutableSortedDictionary<string, JsonPath>.Empty.Add("access_token", Tools.Path("$.person.access_token")),
            RefreshResponse = ImmutableSortedDictionary<string, JsonPath>.Empty,
        };

        var first = await Server.ExchangeCodeAsync(target with { Scheme = scheme }, "c", "", "https://modulex.example.test/cb", default);
        var second = await Server.RefreshAsync(target with { Scheme = scheme }, "r", default);

        (first.Required().Values["access_token"], second.Required().Values["access_token"]).ShouldBe(("inner", "top"));
    }

    [Fact]
    public async Task Flow_without_PKCE_sends_no_verifier()
    {
        (await Server.ExchangeCodeAsync(Target(), "c", "", "https://modulex.example.test/cb", default)).Required();

        _upstream.Request.Text.ShouldNotContain("code_verifier");
    }

    [Fact]
    public async Task Token_address_with_a_field_and_a_query_keeps_both()
    {
        var target = Target(oauth => oauth with { TokenUrl = new UrlTemplate($"{_upstream.Url}{{tenant}}/token?resource=erp") });

        (await Server.RefreshAsync(target with { Fields = new([new("tenant", "acme")]) }, "r", default)).Required();

        _upstream.Request.Target.ShouldBe("/acme/token?resource=erp");
    }

    [Theory]
    [InlineData("evil.example/x")]
    [InlineData("evil.example#")]
    public async Task Secret_is_not_posted_to_a_host_that_a_field_would_choose(string shop)
    {
        var target = Target(oauth => oauth with { TokenUrl = new UrlTemplate("http://{shop}.shops.example/token") });

        (await Server.RefreshAsync(target with { Fields = new([new("shop", shop)]) }, "r", default)).Error!.Message.ShouldContain("lacks a connection field");
    }

    private AuthorizationTarget Target(Func<OAuthEndpoints, OAuthEndpoints>? change = null)
    {
        var oauth = new OAuthEndpoints { TokenUrl = new UrlTemplate($"{_upstream.Url}token") };
        var scheme = new AuthScheme { Id = "oauth2", Kind = AuthKind.OAuth2, OAuth = change is null ? oauth : change(oauth) };
        return new(Tools.At(_upstream.Url, scheme), scheme, new OAuthClient("client-1", Guid.NewGuid().ToString("N")), CredentialValues.Empty);
    }
}
