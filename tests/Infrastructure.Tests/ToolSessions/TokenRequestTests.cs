using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>Requests for tokens as manifests describe them.</summary>
public sealed class TokenRequestTests : IAsyncLifetime
{
    private readonly OutgoingServices _services = new();
    private readonly OAuthClient _client = new("client-1", Guid.NewGuid().ToString("N"));
    private Upstream _upstream = null!;

    public async Task InitializeAsync()
    {
        _upstream = await Upstream.StartAsync();
        _upstream.Answer = context => Upstream.Json(context, """{"access_token":"a-1"}""");
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    private IAuthorizationServer Server => _services.AuthorizationServer;

    [Fact]
    public async Task Parameters_have_the_names_of_the_service()
    {
        var names = ImmutableSortedDictionary<string, string?>.Empty.Add("client_id", "client_key").Add("redirect_uri", null).Add("code", "auth_code");

        await Server.ExchangeCodeAsync(OAuth(oauth => oauth with { ParameterNames = names }), "c-1", "", "https://modulex.example.test/cb", default);

        Form().Keys.Order().ShouldBe(["auth_code", "client_key", "client_secret", "grant_type"]);
        Form()["client_key"].ShouldBe("client-1");
    }

    [Fact]
    public async Task Manifest_adds_parameters_and_headers_and_replaces_what_has_the_same_name()
    {
        var target = OAuth(oauth => oauth with
        {
            TokenParameters = [new("grant_type", new("authorized")), new("shop", new("{shop}")), new("none", new("{lacking}"))],
            TokenHeaders = [new("X-Client", new("{client_id}")), new("Accept", new("application/vnd.one+json"))],
        });

        await Server.ExchangeCodeAsync(target with { Fields = new([new("shop", "acme")]) }, "c", "", "https://modulex.example.test/cb", default);

        (Form()["grant_type"], Form()["shop"], Form().ContainsKey("none")).ShouldBe(("authorized", "acme", false));
        (_upstream.Request.Header("X-Client"), _upstream.Request.Header("Accept")).ShouldBe(("client-1", "application/vnd.one+json"));
    }

    [Fact]
    public async Task Refresh_has_parameters_of_its_own()
    {
        var target = OAuth(oauth => oauth with { TokenParameters = [new("a", new("1"))], RefreshParameters = [new("b", new("2"))] });

        await Server.RefreshAsync(target, "r", default);

        (Form().ContainsKey("a"), Form()["b"]).ShouldBe((false, "2"));
    }

    [Fact]
    public async Task Header_with_a_line_break_is_not_sent()
    {
        var target = OAuth(oauth => oauth with { TokenHeaders = [new("X-Shop", new("{shop}"))] });

        var refused = await Server.RefreshAsync(target with { Fields = new([new("shop", "a\r\nX-Evil: 1")]) }, "r", default);

        refused.Error.ShouldNotBeNull();
        _upstream.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Client_credentials_go_as_json_where_the_service_wants_it()
    {
        await Server.RequestTokenAsync(OAuth(oauth => oauth with { SendsJson = true }, AuthKind.ClientCredentials), default);

        Tools.Value(_upstream.Request.Text).GetProperty("client_secret").GetString().ShouldBe(_client.Secret);
    }

    [Fact]
    public async Task Login_writes_into_objects_and_carries_basic()
    {
        var target = Exchange(new ServiceRequest
        {
            Method = "PUT", Url = new($"{_upstream.Url}login"), Headers = [new("Authorization", new("Basic {basic}"))],
            Body = [new("/credentials/name", new("{username}")), new("/credentials/site/url~1path", new("acme")), new("plain", new("x"))],
        }, ("username", "ada"), ("password", "p"));

        (await Server.RequestTokenAsync(target, default)).Required();

        _upstream.Request.Method.ShouldBe("PUT");
        _upstream.Request.Header("Authorization").ShouldBe("Basic " + Convert.ToBase64String("ada:p"u8));
        _upstream.Request.Text.ShouldBe("""{"credentials":{"name":"ada","site":{"url/path":"acme"}},"plain":"x"}""");
    }

    [Theory]
    [InlineData(401, """{"message":"no"}""", AuthorizationErrors.GrantRefusedCode)]
    [InlineData(403, "no", AuthorizationErrors.GrantRefusedCode)]
    [InlineData(429, """{"message":"slow"}""", "authorization_server_failed")]
    [InlineData(503, "", "authorization_server_failed")]
    public async Task Status_of_a_login_says_whether_it_is_final(int status, string body, string code)
    {
        _upstream.Answer = context => Upstream.Json(context, body, status);

        var target = Exchange(new ServiceRequest { Method = "POST", Url = new($"{_upstream.Url}login") });
        target = target with
        {
            Scheme = target.Scheme with { TokenResponse = ImmutableSortedDictionary<string, JsonPath>.Empty.Add("access_token", Tools.Path("$.id")) },
        };

        (await Server.RequestTokenAsync(target, default)).Error!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Exchange_can_carry_an_assertion_of_a_curve()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var target = Exchange(
            new ServiceRequest
            {
                Method = "POST", Url = new($"{_upstream.Url}installations/{{installation}}"), Headers = [new("Authorization", new("Bearer {assertion}"))],
            },
            ("app", "7"), ("installation", "42"), ("key", key.ExportPkcs8PrivateKeyPem()));
        var assertion = new SignedAssertion(
            "ES256", "key", new("{app}-key"), [new("iss", new("{app}")), new("sub", new("{lacking}"))], TimeSpan.FromMinutes(5));

        (await Server.RequestTokenAsync(target with { Scheme = target.Scheme with { Assertion = assertion } }, default)).Required();

        _upstream.Request.Target.ShouldBe("/installations/42");
        var token = new JsonWebToken(_upstream.Request.Header("Authorization")!["Bearer ".Length..]);
        (token.Kid, token.Issuer, token.Subject, token.ValidTo - token.IssuedAt).ShouldBe(("7-key", "7", "", TimeSpan.FromMinutes(5)));
        var parameters = new TokenValidationParameters { ValidIssuer = "7", ValidateAudience = false, IssuerSigningKey = new ECDsaSecurityKey(key) };
        (await new JsonWebTokenHandler().ValidateTokenAsync(token, parameters)).IsValid.ShouldBeTrue();
    }

    [Fact]
    public async Task Key_that_can_not_sign_asks_nothing()
    {
        var target = Exchange(new ServiceRequest { Method = "POST", Url = new($"{_upstream.Url}x") }, ("key", "no key"));
        var assertion = new SignedAssertion("RS256", "key", null, [], TimeSpan.FromMinutes(5));

        (await Server.RequestTokenAsync(target with { Scheme = target.Scheme with { Assertion = assertion } }, default))
            .Error!.Code.ShouldBe(AuthorizationErrors.GrantRefusedCode);

        _upstream.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_address_of_a_manifest_goes_through_the_guard()
    {
        await using var guarded = new OutgoingServices(OutgoingServices.NothingAllowed);
        var request = new ServiceRequest { Method = "POST", Url = new($"{_upstream.Url}x") };
        var target = Exchange(request);
        target = target with
        {
            Scheme = target.Scheme with { Revoke = request, AfterConnect = new(request, ImmutableSortedDictionary<string, JsonPath>.Empty) },
        };

        string?[] said =
        [
            (await guarded.AuthorizationServer.RequestTokenAsync(target, default)).Error?.Message,
            (await guarded.AuthorizationServer.LookUpAsync(target, default)).Error?.Message,
            (await guarded.AuthorizationServer.RevokeAsync(target, default)).Error?.Message,
        ];

        said.ShouldAllBe(message => message!.Contains("its address is private"));
        _upstream.Requests.ShouldBeEmpty();
    }

    private Dictionary<string, string> Form() => QueryHelpers.ParseQuery(_upstream.Request.Text).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    private AuthorizationTarget OAuth(Func<OAuthEndpoints, OAuthEndpoints> change, AuthKind kind = AuthKind.OAuth2)
    {
        var scheme = new AuthScheme { Id = "oauth2", Kind = kind, OAuth = change(new OAuthEndpoints { TokenUrl = new($"{_upstream.Url}token") }) };
        return new(Tools.At(_upstream.Url, scheme), scheme, _client, CredentialValues.Empty);
    }

    private AuthorizationTarget Exchange(ServiceRequest request, params (string Name, string Value)[] values)
    {
        var scheme = new AuthScheme { Id = "exchange", Kind = AuthKind.Exchange, Exchange = request };
        return AuthorizationTarget.OfTyped(Tools.At(_upstream.Url, scheme), scheme, new(values.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))));
    }
}
