using System.Net;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.ConnectLinks;

/// <summary>What the pages of a link let a browser do, and what they refuse.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private ConnectScene _scene = null!;

    public async Task InitializeAsync() => _scene = await ConnectScene.StartAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task Opening_a_link_gives_it_to_nobody()
    {
        var (id, url) = await _scene.LinkAsync();
        // As a mail scanner does, with cookies and all.
        await _scene.Browser().OpenAsync(url);
        (await _scene.StateOfAsync(id)).ShouldBe("open");

        (await ConnectScene.FinishAsync(_scene.Browser(), url)).Title.ShouldBe("Formy is connected");
    }

    [Fact]
    public async Task A_link_that_was_continued_is_closed_to_every_other_browser()
    {
        var (id, url) = await _scene.LinkAsync();
        var (mine, other) = (_scene.Browser(), _scene.Browser());
        var opened = await other.OpenAsync(url);
        var form = await mine.SubmitAsync(await mine.OpenAsync(url));

        (await other.OpenAsync(url)).With(403).Title.ShouldBe("This link is open in another browser");
        (await other.SubmitAsync(opened)).With(403);
        var fields = new Dictionary<string, string>
        {
            ["form_token"] = opened.Html.QuerySelector("[name=form_token]")!.GetAttribute("value")!,
            ["tool"] = "formy", ["value.team"] = "red", ["value.api_key"] = "right",
        };
        (await other.PostAsync(form.Html.Forms.Single().GetAttribute("action")!, fields)).With(403);
        (await _scene.StateOfAsync(id)).ShouldBe("bound");
    }

    [Fact]
    public async Task A_used_link_and_a_late_one_say_so()
    {
        var (_, used) = await _scene.LinkAsync();
        var browser = _scene.Browser();
        await ConnectScene.FinishAsync(browser, used);
        var (_, late) = await _scene.LinkAsync();

        (await _scene.Browser().OpenAsync(used)).With(410).Title.ShouldBe("This link was used already");
        (await browser.OpenAsync(used)).With(200).Title.ShouldBe("Formy is connected");
        _scene.Clock.Advance(TimeSpan.FromMinutes(10));
        (await browser.OpenAsync(late)).With(410).Title.ShouldBe("This link has expired");
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_the_field_and_secrets_are_not_sent_back()
    {
        var (id, url) = await _scene.LinkAsync();
        var browser = _scene.Browser();
        var form = await browser.SubmitAsync(await browser.OpenAsync(url));

        var wrong = (await browser.SubmitAsync(form, ("value.team", "Big Blue"), ("value.api_key", "a-secret-of-mine"))).With(400);

        wrong.Html.QuerySelector("#field-value\\.team")!.GetAttribute("value").ShouldBe("Big Blue");
        wrong.Html.QuerySelector("#field-value\\.team")!.GetAttribute("aria-invalid").ShouldBe("true");
        wrong.Html.QuerySelector("#field-value\\.team-problem")!.TextContent.ShouldContain("Team");
        wrong.Html.DocumentElement.OuterHtml.ShouldNotContain("a-secret-of-mine");
        var refused = (await browser.SubmitAsync(wrong, ("value.team", "blue"), ("value.api_key", "not the right one"))).With(400);
        refused.Alert.ShouldBe("Formy did not accept these credentials. Please check them and try again.");
        (await _scene.StateOfAsync(id)).ShouldBe("failed");
        (await browser.SubmitAsync(refused, ("value.api_key", "right"))).With(200).Title.ShouldBe("Formy is connected");
    }

    [Fact]
    public async Task A_form_of_another_site_changes_nothing()
    {
        var (id, url) = await _scene.LinkAsync();
        var browser = _scene.Browser();
        var page = await browser.OpenAsync(url);

        foreach (var origin in new[] { "https://evil.example", "null", null })
        {
            browser.Origin = origin;
            (await browser.SubmitAsync(page)).With(403).Title.ShouldBe("This form is out of date");
        }
        browser.Origin = _scene.Browser().Origin;
        (await browser.SubmitAsync(page, ("form_token", "made-up"))).With(403);
        (await _scene.StateOfAsync(id)).ShouldBe("open");
    }

    [Fact]
    public async Task Pages_run_nothing_and_load_from_this_server_alone()
    {
        var page = await _scene.Browser().OpenAsync((await _scene.LinkAsync()).Url);

        var headers = page.Response.Headers;
        headers.GetValues("Content-Security-Policy").Single().ShouldBe(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        headers.GetValues("Cache-Control").Single().ShouldBe("no-store");
        headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
        headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        headers.Contains("Cross-Origin-Opener-Policy").ShouldBeFalse();
        page.Html.Scripts.ShouldBeEmpty();
        var style = page.Html.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var loaded = await _scene.ModuleX.Client.GetAsync(style);
        loaded.StatusCode.ShouldBe(HttpStatusCode.OK);
        loaded.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        (await _scene.ModuleX.Client.GetAsync(style.Replace("pages.", "pages.0", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("de-AT,en;q=0.5", null, "de")]
    [InlineData("fr, en-GB;q=0.7, de;q=0.8", null, "de")]
    [InlineData("de", "en", "en")]
    [InlineData("ja", "xx", "en")]
    public async Task The_language_is_the_link_s_or_else_the_browser_s(string accepted, string? wanted, string spoken)
    {
        var made = (await _scene.AskAsync(new { owner = "jane", tool = "formy", return_url = ConnectScene.Return, language = wanted })).With(201);
        var browser = _scene.Browser();
        browser.Languages = accepted;

        (await browser.OpenAsync(made["url"]!)).Html.DocumentElement.GetAttribute("lang").ShouldBe(spoken);
    }

    [Fact]
    public async Task Without_https_nothing_is_asked_for_outside_of_development()
    {
        await using var production = await AModuleX().Direct("pages stand in no document").With("environment", "Staging")
            .With("PublicUrl", "http://modulex.example.com").StartAsync();

        foreach (var path in new[] { "/sign-in", "/connect/mxl_any" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            var page = await Page.OfAsync(await production.Client.SendAsync(request));
            page.With(503).Title.ShouldBe("This page needs a secure connection");
            page.Html.Forms.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Over_https_cookies_are_bound_to_the_host()
    {
        await using var server = await AModuleX().Direct("pages stand in no document").With("PublicUrl", "https://modulex.example.com").StartAsync();

        var answer = await server.Client.GetAsync("/sign-in");

        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldStartWith("__Host-modulex-forms=");
        foreach (var attribute in new[] { "path=/", "secure", "httponly", "samesite=lax" }) cookie.ShouldContain(attribute);
        cookie.ShouldNotContain("domain=");
    }
}
