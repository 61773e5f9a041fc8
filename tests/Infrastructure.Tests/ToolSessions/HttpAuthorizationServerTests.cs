using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

public sealed class HttpAuthorizationServerTests : IAsyncLifetime
{
    private readonly OutgoingServices _services = new(("Sessions:TokenTimeout", "00:00:05"));
    private readonly OAuthClient _client = new("client:id é", $"{Guid.NewGuid():N}+/=");
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

    [Fact]
    public async Task Code_is_exchanged_with_verifier_and_client_in_the_body()
    {
        var grant = (await Server.ExchangeCodeAsync(Target(), "c&1", "v-1", "https://modulex.example.test/cb", default)).Required();

        grant.Values[CredentialValues.AccessToken].ShouldBe("a-1");
        grant.ExpiresIn.ShouldBeNull();
        grant.Scopes.ShouldBeEmpty();
        _upstream.Request.Method.ShouldBe("POST");
        _upstream.Request.Header("Accept").ShouldBe("application/json");
        _upstream.Request.Header("Content-Type").ShouldBe("application/x-www-form-urlencoded");
        var form = QueryHelpers.ParseQuery(_upstream.Request.Text);
        form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()).ShouldBe(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["code"] = "c&1", ["redirect_uri"] = "https://modulex.example.test/cb", ["code_verifier"] = "v-1",
            ["client_id"] = _client.Id, ["client_secret"] = _client.Secret!,
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task Basic_authentication_encodes_id_and_secret_first()
    {
        await Server.RefreshAsync(Target(oauth => oauth with { ClientAuthentication = ClientAuthentication.Basic }), "r-1", default);

        var header = Encoding.ASCII.GetString(Convert.FromBase64String(_upstream.Request.Header("Authorization")!["Basic ".Length..]));
        header.ShouldBe($"client%3Aid+%C3%A9:{Uri.EscapeDataString(_client.Secret!)}");
        _upstream.Request.Text.ShouldBe("grant_type=refresh_token&refresh_token=r-1");
    }

    [Fact]
    public async Task Public_client_sends_its_id_only()
    {
        await Server.RefreshAsync(Target(oauth => oauth with { ClientAuthentication = ClientAuthentication.None }), "r-1", default);

        _upstream.Request.Text.ShouldContain("client_id=");
        _upstream.Request.Text.ShouldNotContain("client_secret");
    }

    [Fact]
    public async Task Json_is_sent_where_the_endpoint_wants_it()
    {
        await Server.RefreshAsync(Target(oauth => oauth with { SendsJson = true, RefreshUrl = new UrlTemplate($"{_upstream.Url}renew") }), "r-1", default);

        _upstream.Request.Target.ShouldBe("/renew");
        Tools.Value(_upstream.Request.Text).GetProperty("refresh_token").GetString().ShouldBe("r-1");
    }

    [Fact]
    public async Task Client_credentials_ask_for_the_scopes()
    {
        await Server.RequestTokenAsync(Target(oauth => oauth with { Scopes = ["a", "b"], ScopeSeparator = ',' }), default);

        QueryHelpers.ParseQuery(_upstream.Request.Text)["scope"].ToString().ShouldBe("a,b");
    }

    [Theory]
    [InlineData("""{"access_token":"a","refresh_token":"r","expires_in":3600,"scope":"x y"}""")]
    [InlineData("""{"access_token":"a","refresh_token":"r","expires_in":"3600","scope":"x,y"}""")]
    [InlineData("""{"access_token":"a","refresh_token":"r","expires_in":3600.0,"scope":["x","y"],"error":null}""")]
    public async Task Grant_is_read_in_the_forms_that_services_use(string body)
    {
        _upstream.Answer = context => Upstream.Json(context, body);

        var grant = (await Server.RefreshAsync(Target(), "r", default)).Required();

        grant.Values.ShouldBe(new Dictionary<string, string> { ["access_token"] = "a", ["refresh_token"] = "r" }, ignoreOrder: true);
        grant.ExpiresIn.ShouldBe(TimeSpan.FromHours(1));
        grant.Scopes.ShouldBe(["x", "y"]);
    }

    [Fact]
    public async Task Form_as_answer_is_read_too()
    {
        _upstream.Answer = context => Upstream.Send(
            context, "application/x-www-form-urlencoded; charset=utf-8", "access_token=a%2B1&scope=repo%2Cgist"u8.ToArray());

        var grant = (await Server.RefreshAsync(Target(), "r", default)).Required();

        grant.Values["access_token"].ShouldBe("a+1");
        grant.Scopes.ShouldBe(["repo", "gist"]);
    }

    [Fact]
    public async Task Manifest_says_where_the_values_are()
    {
        _upstream.Answer = context => Upstream.Json(
            context, """{"ok":true,"access_token":"bot","authed_user":{"access_token":"person","scope":"x"},"team":{"id":"T1"}}""");
        var target = Target();
        var scheme = target.Scheme with
        {
            TokenResponse = ImmutableSortedDictionary.CreateRange<string, JsonPath>([
                new("access_token", Tools.Path("$.authed_user.access_token")), new("scope", Tools.Path("$.authed_user.scope")),
                new("team_id", Tools.Path("$.team.id"))]),
        };

        var grant = (await Server.RefreshAsync(target with { Scheme = scheme }, "r", default)).Required();

        grant.Values.ShouldBe(new Dictionary<string, string> { ["access_token"] = "person", ["team_id"] = "T1" }, ignoreOrder: true);
        grant.Scopes.ShouldBe(["x"]);
    }

    [Theory]
    [InlineData(200, """{"error":"bad_verification_code"}""", "grant_refused")]
    [InlineData(200, """{"ok":false,"error":"ratelimited"}""", "authorization_server_failed")]
    [InlineData(400, """{"error":"invalid_grant"}""", "grant_refused")]
    [InlineData(401, """{"error":"invalid_client"}""", "grant_refused")]
    [InlineData(400, """{"error":"unauthorized_client"}""", "grant_refused")]
    [InlineData(400, """{"error":"invalid_request"}""", "authorization_server_failed")]
    [InlineData(403, """{"error":"invalid_grant"}""", "authorization_server_failed")]
    [InlineData(500, """{"error":"invalid_grant"}""", "authorization_server_failed")]
    [InlineData(200, "{}", "authorization_server_failed")]
    [InlineData(200, """{"access_token":""}""", "authorization_server_failed")]
    [InlineData(200, """{"access_token":"a\r\nX-Evil: 1"}""", "authorization_server_failed")]
    [InlineData(200, """{"access_token":"A\ud800"}""", "authorization_server_failed")]
    [InlineData(200, """{"access_token":"A","scope":"\ud800"}""", "authorization_server_failed")]
    [InlineData(200, """{"error":"\ud800"}""", "authorization_server_failed")]
    [InlineData(400, """{"error":"\ud800"}""", "authorization_server_failed")]
    [InlineData(200, "<html>", "authorization_server_failed")]
    [InlineData(200, "", "authorization_server_failed")]
    [InlineData(302, "", "authorization_server_failed")]
    public async Task Refusals_and_failures_are_told_apart(int status, string body, string code)
    {
        _upstream.Answer = context =>
        {
            context.Response.Headers.Location = "/elsewhere";
            return Upstream.Json(context, body, status);
        };

        var error = (await Server.RefreshAsync(Target(), "r", default)).Error!;

        error.Code.ShouldBe(code);
        error.Kind.ShouldBe(code == AuthorizationErrors.GrantRefusedCode ? ErrorKind.Invalid : ErrorKind.Upstream);
        _upstream.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("application/json; charset=utf-7", """{"access_token":"a","api_key":"k"}""")]
    [InlineData("application/x-www-form-urlencoded", "access_token=\u00ff")]
    [InlineData("text/plain", "\u00ff")]
    [InlineData("application/json", """{"access_token":"a\ud800","api_key":"k\ud800"}""")]
    public async Task Answer_that_is_not_unicode_fails(string type, string body)
    {
        _upstream.Answer = context => Upstream.Send(context, type, Encoding.Latin1.GetBytes(body));

        (await Server.RefreshAsync(Target(), "r", default)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Upstream);
        (await Server.RequestManualAsync(Manual(), "u", default)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Upstream);
    }

    [Fact]
    public async Task Answer_without_end_fails()
    {
        _upstream.Answer = context => Upstream.Json(context, $$"""{"access_token":"a","x":"{{new string('x', 70_000)}}"}""");

        (await Server.RefreshAsync(Target(), "r", default)).Error!.Message.ShouldContain("too large");
    }

    [Fact]
    public async Task Server_that_does_not_answer_in_time_fails()
    {
        await using var services = new OutgoingServices(("Sessions:TokenTimeout", "00:00:00.3"));
        await using var upstream = RawUpstream.HangingAfter("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{");

        var result = await services.AuthorizationServer.RefreshAsync(
            Target(oauth => oauth with { TokenUrl = new UrlTemplate(upstream.Url.AbsoluteUri) }), "r", default);

        result.Error!.Message.ShouldContain("in time");
    }

    [Fact]
    public async Task Refresh_token_is_not_sent_twice_when_the_connection_closes()
    {
        await using var upstream = RawUpstream.Saying("");

        var result = await Server.RefreshAsync(Target(oauth => oauth with { TokenUrl = new UrlTemplate(upstream.Url.AbsoluteUri) }), "r", default);

        result.Error!.Kind.ShouldBe(ErrorKind.Upstream);
        upstream.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Private_address_is_refused_here_too()
    {
        await using var services = new OutgoingServices(OutgoingServices.NothingAllowed);

        (await services.AuthorizationServer.RefreshAsync(Target(), "r", default)).Error!.Code.ShouldBe("authorization_server_failed");

        services.SecurityLog.EgressRefusals.ShouldHaveSingleItem();
        _upstream.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Address_is_filled_with_connection_fields()
    {
        var target = Target(oauth => oauth with { TokenUrl = new UrlTemplate("{base_url}/token") });

        (await Server.RefreshAsync(target, "r", default)).Error!.Code.ShouldBe("authorization_server_failed");
        (await Server.RefreshAsync(target with { Fields = new([new("base_url", _upstream.Url.AbsoluteUri)]) }, "r", default)).Error.ShouldBeNull();

        _upstream.Request.Target.ShouldBe("/token");
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(503, "authorization_server_failed")]
    public async Task Token_is_revoked(int status, string? code)
    {
        _upstream.Answer = context => Upstream.Json(context, "", status);

        var target = Target(oauth => oauth with { RevokeUrl = new UrlTemplate($"{_upstream.Url}revoke") });

        var result = await Server.RevokeAsync(target with { Fields = new([new("access_token", "a-1"), new("refresh_token", "t-1")]) }, default);

        result.Error?.Code.ShouldBe(code);
        _upstream.Request.Target.ShouldBe("/revoke");
        _upstream.Request.Text.ShouldStartWith("token=t-1&token_type_hint=refresh_token&client_id=");
    }

    [Fact]
    public async Task Access_token_is_revoked_where_there_is_no_other()
    {
        var target = Target(oauth => oauth with { RevokeUrl = new UrlTemplate($"{_upstream.Url}revoke") });

        (await Server.RevokeAsync(target with { Fields = new([new("access_token", "a-1")]) }, default)).Required();

        _upstream.Request.Text.ShouldStartWith("token=a-1&token_type_hint=access_token&client_id=");
    }

    [Theory]
    [InlineData("application/json", """{"api_key":"k-1","port":8080,"nested":{"x":1},"ok":true}""", "api_key=k-1;port=8080")]
    [InlineData("text/plain", " k-2 \n", "response=k-2")]
    [InlineData("application/json", "\"k-3\"", "response=k-3")]
    public async Task Manual_address_hands_out_the_credential(string type, string body, string expected)
    {
        _upstream.Answer = context => Upstream.Send(context, type, Encoding.UTF8.GetBytes(body));

        var grant = (await Server.RequestManualAsync(Manual(), "user 1&x", default)).Required();

        string.Join(';', grant.Values.Select(pair => $"{pair.Key}={pair.Value}")).ShouldBe(expected);
        _upstream.Request.Target.ShouldBe("/auth?user_id=user%201%26x");
        _upstream.Request.Method.ShouldBe("GET");
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "[1]")]
    [InlineData(200, """{"error":"unknown user"}""")]
    [InlineData(404, "no")]
    [InlineData(500, """{"api_key":"k"}""")]
    public async Task Manual_address_without_a_credential_fails(int status, string body)
    {
        _upstream.Answer = context => Upstream.Json(context, body, status);

        (await Server.RequestManualAsync(Manual(), "u", default)).Error!.Kind.ShouldBe(ErrorKind.Upstream);
    }

    private AuthorizationTarget Target(Func<OAuthEndpoints, OAuthEndpoints>? change = null)
    {
        var oauth = new OAuthEndpoints { TokenUrl = new UrlTemplate($"{_upstream.Url}token") };
        var scheme = new AuthScheme { Id = "oauth2", Kind = AuthKind.OAuth2, OAuth = change is null ? oauth : change(oauth) };
        return new(Tools.At(_upstream.Url, scheme), scheme, _client, CredentialValues.Empty);
    }

    private AuthorizationTarget Manual()
    {
        var scheme = new AuthScheme { Id = "manual", Kind = AuthKind.Manual, AuthUrl = new UrlTemplate($"{_upstream.Url}auth") };
        return new(Tools.At(_upstream.Url, scheme), scheme, null, CredentialValues.Empty);
    }
}
