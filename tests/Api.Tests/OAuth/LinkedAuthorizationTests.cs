using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.ConnectLinks;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Application.ConnectLinks;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>Authorizations that begin at a connect link: they belong to its browser, from the first press to the callback.</summary>
public sealed class LinkedAuthorizationTests(OAuthServer server) : AuthorizationTests(server)
{
    private const string Return = "https://app.example.com/done";

    [OAuthFact]
    public async Task The_callback_connects_in_the_browser_of_the_link_once_the_application_completes_it()
    {
        var (id, url) = await LinkAsync();
        using var person = new PageBrowser(Scene.ModuleX.Address);
        var callback = await Scene.AuthorizeAsync(await GoAsync(person, url));

        var end = (await person.OpenAsync(callback.AbsoluteUri)).With(200);

        (await Scene.IsConnectedAsync()).ShouldBeFalse();
        (await Scene.PostAsync($"/v1/connect-links/{id}/complete", new { code = ConnectScene.CodeIn(end) })).Status.ShouldBe(200);
        (await Scene.IsConnectedAsync()).ShouldBeTrue();
        (await Scene.RunAsync()).Status.ShouldBe(200);
    }

    [OAuthFact]
    public async Task The_service_s_address_that_is_passed_on_connects_nothing()
    {
        var (id, url) = await LinkAsync();
        using var attacker = new PageBrowser(Scene.ModuleX.Address);
        var passedOn = await GoAsync(attacker, url);
        // The victim agrees, in a browser that has no cookie, or that of another link.
        using var victim = new PageBrowser(Scene.ModuleX.Address);
        await GoAsync(victim, (await LinkAsync()).Url);
        var callback = await Scene.AuthorizeAsync(passedOn);

        (await victim.OpenAsync(callback.AbsoluteUri)).With(403).Title.ShouldBe("This link is open in another browser");

        (await StateOfAsync(id)).ShouldBe("bound");
        // The state is spent, so the attacker can't bring the code in either.
        (await attacker.OpenAsync(callback.AbsoluteUri)).With(200).Alert.ShouldNotBeNull();
        (await StateOfAsync(id)).ShouldBe("failed");
        (await Scene.Authorization.ReadJournalAsync()).TokenRequests.ShouldBe(0);
    }

    [OAuthFact]
    public async Task A_refusal_is_told_and_can_be_mended()
    {
        var (id, url) = await LinkAsync();
        using var person = new PageBrowser(Scene.ModuleX.Address);
        var denied = await Scene.DenyAsync(await GoAsync(person, url));

        var told = (await person.OpenAsync(denied.AbsoluteUri)).With(200);

        told.Alert.ShouldBe("You did not allow access at GitHub, so nothing was connected. You can try again.");
        (await StateOfAsync(id)).ShouldBe("failed");
        var again = (await person.SubmitAsync(told)).LeadsTo.ShouldNotBeNull();
        (await person.OpenAsync((await Scene.AuthorizeAsync(again)).AbsoluteUri)).With(200).LeadsTo.ShouldNotBeNull().ShouldStartWith(Return);
    }

    [OAuthFact]
    public async Task Tokens_that_no_application_completes_are_revoked()
    {
        var (_, url) = await LinkAsync();
        using var person = new PageBrowser(Scene.ModuleX.Address);
        await person.OpenAsync((await Scene.AuthorizeAsync(await GoAsync(person, url))).AbsoluteUri);
        var token = (await Scene.Authorization.ReadJournalAsync()).LastIssued.AccessToken;
        (await Scene.Authorization.IntrospectAsync(Scene.Registered, token)).Active.ShouldBeTrue();

        Scene.PassForModuleX(TimeSpan.FromMinutes(11));
        await Scene.ModuleX.Services.GetRequiredService<IConnectLinkTokens>().CleanAsync(CancellationToken.None);

        await Eventually.SoAsync(
            "revoked token", async () => !(await Scene.Authorization.IntrospectAsync(Scene.Registered, token)).Active, TimeSpan.FromSeconds(90));
    }

    [OAuthFact]
    public async Task A_browser_is_shown_a_page_at_the_callback_and_a_program_gets_json()
    {
        using var person = new PageBrowser(Scene.ModuleX.Address);
        var denied = (await person.OpenAsync((await Scene.DenyAsync()).AbsoluteUri)).With(400);
        denied.Title.ShouldBe("GitHub was not connected");
        denied.Html.Body!.TextContent.ShouldContain("go back to the application");
        var json = await Scene.ReturnAsync(await Scene.DenyAsync());

        (await person.OpenAsync((await Scene.AuthorizeAsync()).AbsoluteUri)).With(200).Title.ShouldBe("GitHub is connected");

        json.Status.ShouldBe(400);
        json.Body.GetProperty("detail").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [OAuthFact]
    public async Task Where_browsers_are_bound_documents_and_errors_hand_out_links()
    {
        await using var bound = await GitHubScene.StartAsync(
            Scene.Authorization, builder => builder.Direct("pages stand in no document").With("Connections:BindBrowser", "true")
            .With("Connections:ReturnOrigins:0", "https://app.example.com"));
        var refused = await bound.GetAsync($"/auth/url/github?user_id={GitHubScene.User}");
        refused.Status.ShouldBe(400);
        refused.Text.ShouldContain("return_url");
        await SetReturnAsync(bound);

        var link = (await bound.GetAsync($"/auth/url/github?user_id={GitHubScene.User}")).Body.GetProperty("auth_url").GetString()!;

        link.ShouldStartWith($"{bound.ModuleX.Address.OriginalString.TrimEnd('/')}/connect/mxl_");
        (await bound.RunAsync()).Text.ShouldContain("/connect/mxl_");
        using var person = new PageBrowser(bound.ModuleX.Address);
        (await person.SubmitAsync((await person.OpenAsync(link)).With(200))).LeadsTo.ShouldNotBeNull().ShouldStartWith(Scene.Authorization.Addresses.Authorize);
    }

    private protected override void Adjust(ModuleXServerBuilder moduleX) => moduleX.Direct("pages stand in no document")
        .With("Connections:ReturnOrigins:0", "https://app.example.com");

    private static async Task SetReturnAsync(GitHubScene scene)
    {
        var login = (await scene.ModuleX.Client.PostReplyAsync("/api/auth/login", new { email = "admin@example.com", password = "admin123" })).With(200);
        var header = ("Authorization", $"Bearer {login["access_token"]}");
        var own = (await scene.ModuleX.Client.CallAsync(HttpMethod.Get, "/api/auth/me/organizations", null, header)).With(200);
        var organization = own.Json.GetProperty("organizations")[0].GetProperty("id").GetString();
        var settings = new { settings = new { return_origins = new[] { "https://app.example.com" }, return_url = Return } };
        (await scene.ModuleX.Client.CallAsync(HttpMethod.Put, $"/api/organizations/{organization}", settings, header)).With(200);
    }

    private async Task<(string Id, string Url)> LinkAsync()
    {
        var made = await Scene.PostAsync("/v1/connect-links", new { owner = GitHubScene.User, tool = "github", return_url = Return });
        made.Status.ShouldBe(201, made.Text);
        return (made.Body.GetProperty("id").GetString()!, made.Body.GetProperty("url").GetString()!);
    }

    private async Task<string> StateOfAsync(string id) => (await Scene.GetAsync($"/v1/connect-links/{id}")).Body.GetProperty("state").GetString()!;

    /// <summary>Presses Continue, and gives where the page leads to.</summary>
    private static async Task<string> GoAsync(PageBrowser browser, string url) =>
        (await browser.SubmitAsync((await browser.OpenAsync(url)).With(200))).With(200).LeadsTo.ShouldNotBeNull();
}
