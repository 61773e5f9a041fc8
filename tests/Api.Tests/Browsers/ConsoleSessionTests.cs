using System.Net;
using System.Net.WebSockets;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Hosting;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Browsers;

/// <summary>The session that a browser keeps for the console, as the server sees it.</summary>
public sealed class ConsoleSessionTests : IAsyncLifetime, IDisposable
{
    private const string Session = "/app/session";
    private const string Header = "X-ModuleX-Console";

    private static readonly object Admin = new { email = "admin@example.com", password = "admin123" };

    private readonly CookieContainer _cookies = new();
    private ModuleXServer _server = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _server = await AModuleX().Direct("the console stands in no document").StartAsync();
        _browser = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = _server.Address };
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task Tokens_stand_in_cookies_that_no_script_reads_and_no_other_site_sends()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Session);
        request.Headers.Add(Header, "1");
        request.Headers.Add("Origin", Origin);
        request.Content = new StringContent("""{"email":"admin@example.com","password":"admin123"}""", System.Text.Encoding.UTF8, "application/json");

        using var answer = await _browser.SendAsync(request);

        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBe((204, ""));
        var set = answer.Headers.GetValues("Set-Cookie").ToDictionary(cookie => cookie.Split('=')[0]);
        foreach (var name in new[] { "modulex-console", "modulex-console-renewal" })
        {
            set[name].ShouldContain("httponly");
            set[name].ShouldContain("samesite=strict");
        }
        // It lasts until the browser is closed: nobody asked to be remembered.
        set["modulex-console-renewal"].ShouldNotContain("max-age");
        (await CallAsync(HttpMethod.Get, Session)).With(200)["state"].ShouldBe("signed_in");
    }

    [Fact]
    public async Task The_cookie_counts_with_the_header_alone_and_under_the_prefixes_of_the_apis()
    {
        await SignInAsync();

        (await CallAsync(HttpMethod.Get, "/api/auth/me")).With(200)["email"].ShouldBe("admin@example.com");
        (await CallAsync(HttpMethod.Get, "/v1/connections")).With(200);
        (await CallAsync(HttpMethod.Post, "/v1/connections", new { })).With(400);
        (await _browser.GetReplyAsync("/api/auth/me")).With(401);
        (await CallAsync(HttpMethod.Get, "/auth/me")).With(401);
        (await _browser.CallAsync(HttpMethod.Get, "/api/auth/me", null, (Header, "1"), ("Origin", "https://elsewhere.example"))).With(401);
        (await _browser.CallAsync(HttpMethod.Get, "/api/auth/me", null, (Header, "1"), ("Authorization", "Bearer another"))).With(401);
    }

    [Fact]
    public async Task Who_says_to_be_the_console_is_not_taken_for_a_backend_of_this_machine()
    {
        (await _browser.GetReplyAsync("/v1/connections?owner=ada")).With(200);

        (await CallAsync(HttpMethod.Get, "/v1/connections?owner=ada")).With(401);
    }

    [Theory]
    [InlineData(null, "1")]
    [InlineData("https://elsewhere.example", "1")]
    [InlineData("own", null)]
    public async Task Only_this_servers_console_signs_in(string? origin, string? header)
    {
        var headers = new List<(string, string)>();
        if (origin is not null) headers.Add(("Origin", origin == "own" ? Origin : origin));
        if (header is not null) headers.Add((Header, header));

        var answer = await _browser.CallAsync(HttpMethod.Post, Session, Admin, [.. headers]);

        // Programs that are no browsers tell no origin; they get no further than with a password anywhere else.
        answer.With(origin is null ? 204 : 403);
    }

    [Fact]
    public async Task A_session_is_renewed_and_a_renewal_that_comes_twice_ends_it()
    {
        await SignInAsync(isRemembered: true);
        var stolen = _cookies.GetCookies(_server.Address)["modulex-console-renewal"]!.Value;
        _cookies.GetCookies(_server.Address)["modulex-console"]!.Expired = true;
        (await CallAsync(HttpMethod.Get, Session)).With(200)["state"].ShouldBe("renewable");

        (await CallAsync(HttpMethod.Post, Session + "/renewal")).With(204);

        (await CallAsync(HttpMethod.Get, "/api/auth/me")).With(200);
        using var thief = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = _server.Address };
        (await thief.CallAsync(HttpMethod.Post, Session + "/renewal", null, (Header, "1"), ("Cookie", $"modulex-console-renewal={stolen}"))).With(401);
        (await CallAsync(HttpMethod.Get, "/api/auth/me")).With(401);
        (await CallAsync(HttpMethod.Post, Session + "/renewal")).With(401);
        (await CallAsync(HttpMethod.Get, Session)).With(200)["state"].ShouldBe("signed_out");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_its_cookies()
    {
        await SignInAsync();
        var token = _cookies.GetCookies(_server.Address)["modulex-console"]!.Value;
        (await _server.Client.CallAsync(HttpMethod.Get, "/api/auth/me", null, ("Authorization", $"Bearer {token}"))).With(200);

        (await CallAsync(HttpMethod.Delete, Session)).With(204);

        _cookies.GetCookies(_server.Address).ShouldBeEmpty();
        (await _server.Client.CallAsync(HttpMethod.Get, "/api/auth/me", null, ("Authorization", $"Bearer {token}"))).With(401);
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_and_the_answer_says_for_how_long()
    {
        var wrong = new { email = "nobody@example.com", password = "not this one" };
        for (var attempt = 0; attempt < 5; attempt++) (await CallAsync(HttpMethod.Post, Session, wrong)).With(401);

        var locked = (await CallAsync(HttpMethod.Post, Session, wrong)).With(423);

        locked.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task The_pages_know_who_signed_in_to_the_console()
    {
        await SignInAsync();

        (await _browser.CallAsync(HttpMethod.Get, "/sign-in", null, ("Accept", "text/html"))).With(200).Text.ShouldNotContain("type=\"password\"");
    }

    [Fact]
    public async Task No_socket_opens_by_the_cookie()
    {
        await SignInAsync();
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = _cookies;
        socket.Options.SetRequestHeader("Origin", Origin);
        socket.Options.AddSubProtocol("modulex");

        var refusal = await Should.ThrowAsync<WebSocketException>(
            () => socket.ConnectAsync(new UriBuilder(_server.Address) { Scheme = "ws", Path = "/api/ws" }.Uri, CancellationToken.None));

        refusal.Message.ShouldContain("401");
    }

    [Fact]
    public async Task Behind_https_the_cookies_are_tied_to_this_host()
    {
        await using var server = await AModuleX().With("PublicUrl", "https://modulex.example.com").Direct("the console stands in no document").StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Session) { Content = System.Net.Http.Json.JsonContent.Create(Admin) };
        request.Headers.Add(Header, "1");
        request.Headers.Add("Origin", "https://modulex.example.com");

        using var answer = await server.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var set = answer.Headers.GetValues("Set-Cookie").ToList();
        set.Count.ShouldBe(3);
        foreach (var cookie in set)
        {
            cookie.ShouldStartWith("__Host-modulex-");
            cookie.ShouldContain("; secure");
            cookie.ShouldContain("path=/");
            cookie.ShouldNotContain("domain=");
        }
    }

    [Fact]
    public async Task Production_without_https_takes_no_password_and_a_server_without_an_admin_says_so()
    {
        using var folder = new TempFolder();
        await using var server = ModuleXProcess.ServeDirect(
            folder.Path, StartTests.NewMasterKey(), "--environment=Production", "--PublicUrl=http://modulex.example.com");
        await server.ReadyAsync();

        (await server.Client.CallAsync(HttpMethod.Post, Session, Admin, (Header, "1"))).With(503).Detail.ShouldContain("https");
        await using var other = ModuleXProcess.ServeDirect(
            Directory.CreateDirectory(Path.Combine(folder.Path, "other")).FullName, StartTests.NewMasterKey(), "--environment=Production",
            "--PublicUrl=https://modulex.example.com");
        await other.ReadyAsync();
        (await other.Client.CallAsync(HttpMethod.Get, Session, null, (Header, "1"))).With(200)["state"].ShouldBe("no_admin");
    }

    private string Origin => _server.Address.OriginalString.TrimEnd('/');

    private Task<Reply> CallAsync(HttpMethod method, string path, object? body = null) =>
        _browser.CallAsync(method, path, body, (Header, "1"), ("Origin", Origin));

    private async Task SignInAsync(bool isRemembered = false) =>
        (await CallAsync(HttpMethod.Post, Session, new { email = "admin@example.com", password = "admin123", remember_me = isRemembered })).With(204);
}
