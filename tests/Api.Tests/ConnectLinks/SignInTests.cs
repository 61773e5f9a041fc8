using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ConnectLinks;

/// <summary>Links of people, which only they may use, and the page on which they sign in.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private const string Email = "admin@example.com";
    private const string Password = "admin123";

    private ConnectScene _scene = null!;

    public async Task InitializeAsync() => _scene = await ConnectScene.StartAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task A_person_s_link_leads_to_the_sign_in_page_and_back_and_connects_at_once()
    {
        var (id, url) = await OwnLinkAsync();
        var browser = _scene.Browser();

        var asked = (await browser.OpenAsync(url)).With(200);
        asked.Title.ShouldBe("Sign in");
        asked.Html.Body!.TextContent.ShouldNotContain(Email);
        var back = (await browser.SubmitAsync(asked, ("email", Email), ("password", Password))).With(200);
        back.Title.ShouldBe("Connect Formy");
        back.Html.Body!.TextContent.ShouldContain(Email);
        var form = await browser.SubmitAsync(back);
        (await browser.SubmitAsync(form, ("value.team", "blue"), ("value.api_key", "right"))).With(200).Html.Body!.TextContent
            .ShouldContain("You can close this window");

        (await CallAsync(HttpMethod.Get, $"/v1/connect-links/{id}")).With(200)["state"].ShouldBe("completed");
    }

    [Fact]
    public async Task Another_person_can_not_use_it_and_does_not_learn_whose_it_is()
    {
        var (id, url) = await OwnLinkAsync();
        var account = new { email = "eve@example.com", password = $"Aa1!{Guid.NewGuid():N}", username = "eve" };
        (await _scene.ModuleX.Client.PostReplyAsync("/api/auth/register", account)).With(201);
        var eve = _scene.Browser();

        var refused = (await eve.SubmitAsync(await eve.OpenAsync(url), ("email", account.email), ("password", account.password))).With(403);

        refused.Title.ShouldBe("This link is for someone else");
        refused.Html.Body!.TextContent.ShouldNotContain(Email);
        var token = refused.Html.QuerySelector("[name=form_token]")!.GetAttribute("value")!;
        (await eve.PostAsync(new Uri(url).AbsolutePath, new Dictionary<string, string> { ["form_token"] = token })).With(403);
        (await CallAsync(HttpMethod.Get, $"/v1/connect-links/{id}")).With(200)["state"].ShouldBe("open");
        (await eve.SubmitAsync(refused)).With(200).Title.ShouldBe("Sign in");
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_address_and_five_lock_the_account()
    {
        var browser = _scene.Browser();
        var page = await browser.OpenAsync("/sign-in");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            page = (await browser.SubmitAsync(page, ("email", Email), ("password", "not this one"))).With(401);
            page.Alert.ShouldBe("The e-mail address or the password is wrong.");
            page.Html.QuerySelector("#field-email")!.GetAttribute("value").ShouldBe(Email);
            page.Html.QuerySelector("#field-password")!.GetAttribute("value").ShouldBeNullOrEmpty();
        }

        page = (await browser.SubmitAsync(page, ("email", Email), ("password", Password))).With(401);

        page.Alert.ShouldBe("Too many failed attempts. Please try again in 15 minutes.");
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    public async Task Signing_in_leads_to_no_other_site(string returnTo)
    {
        var browser = _scene.Browser();
        var page = await browser.OpenAsync($"/sign-in?return_to={Uri.EscapeDataString(returnTo)}");

        (await browser.SubmitAsync(page, ("email", Email), ("password", Password), ("return_to", returnTo))).With(200).Title.ShouldBe("You are signed in");
    }

    [Fact]
    public async Task Signing_out_ends_the_login_session()
    {
        var browser = _scene.Browser();
        var signedIn = await browser.SubmitAsync(await browser.OpenAsync("/sign-in"), ("email", Email), ("password", Password));

        (await browser.SubmitAsync(signedIn.With(200))).With(200).Title.ShouldBe("Sign in");

        (await browser.OpenAsync("/sign-in")).Title.ShouldBe("Sign in");
    }

    private async Task<(string Id, string Url)> OwnLinkAsync()
    {
        var made = (await CallAsync(HttpMethod.Post, "/v1/connect-links", new { tool = "formy" })).With(201);
        return (made["id"]!, made["url"]!);
    }

    private async Task<Reply> CallAsync(HttpMethod method, string path, object? body = null)
    {
        var token = (await _scene.ModuleX.Client.PostReplyAsync("/api/auth/login", new { email = Email, password = Password })).With(200)["access_token"]!;
        return await _scene.ModuleX.Client.CallAsync(method, path, body, ("Authorization", $"Bearer {token}"));
    }
}
