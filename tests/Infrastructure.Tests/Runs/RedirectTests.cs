using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Runs;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

public sealed class RedirectTests : IAsyncLifetime
{
    private readonly OutgoingServices _services = new(("Egress:Allow:1", "localhost"));
    private Upstream _home = null!;
    private Upstream _other = null!;

    public async Task InitializeAsync()
    {
        _home = await Upstream.StartAsync();
        _other = await Upstream.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _home.DisposeAsync();
        await _other.DisposeAsync();
    }

    private AuthScheme HeaderAndQuery { get; } = new()
    {
        Id = "key",
        Kind = AuthKind.ApiKey,
        Placements = [Tools.Header("X-Key", "{token}"), Tools.Query("key", "{token}")],
    };

    [Fact]
    public async Task Redirect_at_home_is_followed_with_the_credential()
    {
        var credential = Tools.Secret();
        _home.Answer = context => context.Request.Path == "/moved" ? Upstream.Json(context, "[1]") : Upstream.Redirect(context, "/moved?page=2");

        var result = await _services.RunAsync(Tools.At(_home.Url, HeaderAndQuery), Tools.Get(), credential: credential);

        result.Required().ShouldBeOfType<RunContent.Json>().Utf8.ToArray().ShouldBe("[1]"u8.ToArray());
        _home.Requests[1].Header("X-Key").ShouldBe(credential["token"]);
        _home.Requests[1].Target.ShouldBe($"/moved?page=2&key={credential["token"]}");
    }

    [Fact]
    public async Task Redirect_to_an_allowed_host_goes_without_any_credential()
    {
        var credential = Tools.Secret();
        var tool = Tools.At(_home.Url, HeaderAndQuery).AllowingHosts("localhost").Sending("Cookie", "session=1");
        var action = Tools.Get("/file", Tools.Place("mine", ParameterTarget.Header, "X-Mine"))
            .With(request => request with { FixedHeaders = [new("Authorization", "fixed")] });
        // The service copies the query of the request into the address, as many do.
        _home.Answer = context => Upstream.Redirect(context, $"http://localhost:{_other.Url.Port}/file?signature=1&key={context.Request.Query["key"]}");

        (await _services.RunAsync(tool, action, """{"mine":"private"}""", credential: credential)).Error.ShouldBeNull();

        _other.Request.Target.ShouldBe("/file?signature=1");
        foreach (var header in new[] { "X-Key", "Authorization", "Cookie", "X-Mine" }) _other.Request.Header(header).ShouldBeNull();
        _other.Request.Header("Accept").ShouldBe("application/json");
    }

    [Fact]
    public async Task Redirect_to_another_port_of_the_host_goes_without_the_credential_and_does_not_get_it_back()
    {
        _home.Answer = context => context.Request.Path == "/end" ? Upstream.Json(context, "{}") : Upstream.Redirect(context, $"{_other.Url}away");
        _other.Answer = context => Upstream.Redirect(context, $"{_home.Url}end");

        (await _services.RunAsync(Tools.At(_home.Url, HeaderAndQuery), Tools.Get(), credential: Tools.Secret())).Error.ShouldBeNull();

        _other.Request.Header("X-Key").ShouldBeNull();
        _home.Requests[1].Target.ShouldBe("/end");
        _home.Requests[1].Header("X-Key").ShouldBeNull();
    }

    [Fact]
    public async Task Redirect_to_a_host_that_is_not_allowed_is_refused()
    {
        _home.Answer = context => Upstream.Redirect(context, $"http://localhost:{_other.Url.Port}/");

        var result = await _services.RunAsync(Tools.At(_home.Url, HeaderAndQuery).AllowingHosts("*.localhost"), Tools.Get(), credential: Tools.Secret());

        result.Error!.Code.ShouldBe("egress_refused");
        _services.SecurityLog.EgressRefusals.ShouldHaveSingleItem().ShouldBe(("localhost", "redirect"));
        _other.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://169.254.169.254.:80/")]
    [InlineData("http://user:pass@127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1/")]
    public async Task Redirect_into_the_inside_is_refused(string location)
    {
        _home.Answer = context => Upstream.Redirect(context, location);

        var result = await _services.RunAsync(Tools.At(_home.Url), Tools.Get());

        result.Error!.Code.ShouldBe("egress_refused");
        _services.SecurityLog.EgressRefusals.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Allowed_host_with_a_private_address_is_refused_where_the_socket_connects()
    {
        await using var services = new OutgoingServices();
        _home.Answer = context => Upstream.Redirect(context, "http://169.254.169.254/latest/meta-data");

        var result = await services.RunAsync(Tools.At(_home.Url).AllowingHosts("169.254.169.254"), Tools.Get());

        result.Error!.Code.ShouldBe("egress_refused");
        services.SecurityLog.EgressRefusals.ShouldHaveSingleItem().Reason.ShouldBe("link-local");
    }

    [Fact]
    public async Task Loop_of_redirects_ends()
    {
        _home.Answer = context => Upstream.Redirect(context, "/things");

        var result = await _services.RunAsync(Tools.At(_home.Url), Tools.Get() with { MaxAttempts = 1 });

        result.Error!.Code.ShouldBe("upstream_unreachable");
        _home.Requests.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("POST", 302, false, "upstream_refused", 1)]
    [InlineData("POST", 307, false, "upstream_refused", 1)]
    [InlineData("POST", 303, false, null, 2)]
    [InlineData("PUT", 308, true, null, 2)]
    public async Task Other_methods_are_followed_only_where_that_does_nothing_twice(string method, int status, bool keepsBody, string? code, int requests)
    {
        _home.Answer = context => context.Request.Path == "/moved" ? Upstream.Json(context, "{}") : Upstream.Redirect(context, "/moved", status);

        var result = await _services.RunAsync(Tools.At(_home.Url), Tools.Action(method, "/x", Tools.Place("a", ParameterTarget.Body)), """{"a":1}""");

        result.Error?.Code.ShouldBe(code);
        _home.Requests.Count.ShouldBe(requests);
        if (requests == 2) _home.Requests[1].Method.ShouldBe(keepsBody ? method : "GET");
        if (requests == 2) _home.Requests[1].Text.ShouldBe(keepsBody ? """{"a":1}""" : "");
    }

    [Theory]
    [InlineData("https://a.test/", "http://a.test/", false)]
    [InlineData("https://a.test/", "https://a.test/", true)]
    [InlineData("http://a.test/", "https://a.test/", true)]
    public void Redirect_never_leaves_tls(string from, string target, bool isAllowed) =>
        RedirectRules.AllowsTarget(new Uri(from), new Uri(target)).ShouldBe(isAllowed);

    [Fact]
    public void Http_and_https_of_one_host_are_two_origins() =>
        RedirectRules.IsSameOrigin(new Uri("http://a.test/"), new Uri("https://a.test/")).ShouldBeFalse();
}
