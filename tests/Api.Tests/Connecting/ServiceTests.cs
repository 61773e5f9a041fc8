using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Connecting;

/// <summary>From connecting to disconnecting at services whose ways are data in their manifests.</summary>
public sealed class ServiceTests(ConnectingScene scene) : IClassFixture<ConnectingScene>
{
    [Fact]
    public async Task Slack_as_bot_and_as_person()
    {
        var slack = scene.Slack;
        var bot = await scene.ConnectAsync(slack, scheme: "bot", scopes: ["files:read"]);
        (slack.Asked["scope"], slack.Asked["user_scope"], slack.Asked["code_challenge"]).ShouldBe(("chat:write,channels:read,files:read", null, null));
        await RunsAsync(bot, slack);

        var person = await scene.ConnectAsync(slack, scheme: "person");
        (slack.Asked["scope"], slack.Asked["user_scope"]).ShouldBe((null, "search:read"));
        await RunsAsync(person, slack);
        await RenewsAsync(person, slack);
        await DisconnectsAsync(bot, slack);
        await DisconnectsAsync(person, slack);

        slack.Revoked.Count.ShouldBe(1, "the bot's token had ended before; the person's was ended");
    }

    [Fact]
    public async Task Microsoft_with_a_tenant_in_the_path()
    {
        var microsoft = scene.Microsoft;
        var ada = await scene.ConnectAsync(microsoft, "&tenant=contoso");
        (microsoft.Asked["response_mode"], microsoft.Asked["domain_hint"]).ShouldBe(("query", null));
        await RunsAsync(ada, microsoft);
        await RenewsAsync(ada, microsoft);
        await DisconnectsAsync(ada, microsoft);

        microsoft.Calls.TakeLast(5).ShouldBe(
        [
            "visit login.microsoftonline.com/contoso/oauth2/v2.0/authorize", "POST login.microsoftonline.com/contoso/oauth2/v2.0/token",
            "GET graph.microsoft.com/v1.0/me", "POST login.microsoftonline.com/contoso/oauth2/v2.0/token", "GET graph.microsoft.com/v1.0/me",
        ]);
        await RunsAsync(await scene.ConnectAsync(microsoft, scheme: "without_pkce"), microsoft);
        microsoft.Asked["code_challenge"].ShouldBeNull();
    }

    [Fact]
    public async Task Atlassian_is_asked_for_its_site()
    {
        var atlassian = scene.Atlassian;
        var ada = await scene.ConnectAsync(atlassian);
        await RunsAsync(ada, atlassian);
        await RenewsAsync(ada, atlassian);

        atlassian.EndTokens(withRefresh: true);
        (await ada.ExecuteAsync("atlassian", "who_am_i")).With(400).Text.ShouldContain("connect_url");
        await DisconnectsAsync(ada, atlassian);

        atlassian.Calls.Take(4).ShouldBe(
        [
            "visit auth.atlassian.com/authorize", "POST auth.atlassian.com/oauth/token", "GET api.atlassian.com/oauth/token/accessible-resources",
            "GET api.atlassian.com/ex/jira/c-1/rest/api/3/myself",
        ]);
    }

    [Fact]
    public async Task Salesforce_says_its_host_once()
    {
        var salesforce = scene.Salesforce;
        var ada = await scene.ConnectAsync(salesforce);
        await RunsAsync(ada, salesforce);

        salesforce.EndTokens();
        await RunsAsync(ada, salesforce);
        await DisconnectsAsync(ada, salesforce);

        salesforce.Revoked.ShouldHaveSingleItem().ShouldStartWith("r-");
        salesforce.Calls.Skip(2).ShouldBe(
        [
            "GET *.salesforce.com/services/data/v61.0/chatter/users/me", "GET *.salesforce.com/services/data/v61.0/chatter/users/me",
            "POST login.salesforce.com/services/oauth2/token", "GET *.salesforce.com/services/data/v61.0/chatter/users/me",
            "POST login.salesforce.com/services/oauth2/revoke",
        ]);
    }

    [Fact]
    public async Task Shopify_has_a_host_for_each_shop()
    {
        var shopify = scene.Shopify;
        var ada = await scene.ConnectAsync(shopify, "&shop=127");
        shopify.Asked["scope"].ShouldBe("read_products,write_products");
        await RunsAsync(ada, shopify);
        scene.PassADay();
        await RunsAsync(ada, shopify);
        await DisconnectsAsync(ada, shopify);
        shopify.Revoked.ShouldHaveSingleItem();

        var bob = await scene.ConnectAsync(shopify, "&shop=127");
        shopify.EndTokens();
        (await bob.ExecuteAsync("shopify", "who_am_i")).With(400).Text.ShouldContain("connect_url");
    }

    [Fact]
    public async Task Zoho_says_its_data_centre_and_fails_with_200()
    {
        var zoho = scene.Zoho;
        var ada = await scene.ConnectAsync(zoho);
        await RunsAsync(ada, zoho);
        await RenewsAsync(ada, zoho);

        zoho.IsBusy = true;
        zoho.EndTokens();
        (await ada.ExecuteAsync("zoho", "who_am_i")).With(502);
        zoho.IsBusy = false;
        await RunsAsync(ada, zoho);
        await DisconnectsAsync(ada, zoho);
        zoho.Revoked.ShouldHaveSingleItem().ShouldStartWith("r-");
    }

    [Fact]
    public async Task HubSpot_refuses_in_its_own_words()
    {
        var hubSpot = scene.HubSpot;
        var ada = await scene.ConnectAsync(hubSpot, scopes: "crm.objects.deals.read");
        hubSpot.Asked["scope"].ShouldBe("oauth crm.objects.contacts.read crm.objects.deals.read");
        await RunsAsync(ada, hubSpot);
        await RenewsAsync(ada, hubSpot);
        await DisconnectsAsync(ada, hubSpot);
        hubSpot.Revoked.ShouldHaveSingleItem();

        var bob = await scene.ConnectAsync(hubSpot);
        hubSpot.EndTokens(withRefresh: true);
        (await bob.ExecuteAsync("hubspot", "who_am_i")).With(400).Text.ShouldContain("connect_url");
    }

    [Fact]
    public async Task QuickBooks_says_the_company_in_the_callback()
    {
        var quickBooks = scene.QuickBooks;
        var ada = await scene.ConnectAsync(quickBooks);
        await RunsAsync(ada, quickBooks);
        await RenewsAsync(ada, quickBooks);
        await DisconnectsAsync(ada, quickBooks);
        quickBooks.Revoked.ShouldHaveSingleItem().ShouldStartWith("r-");
    }

    [Fact]
    public async Task Metabase_session_is_renewed_by_the_same_login()
    {
        var metabase = scene.Metabase;
        var credentials = new { base_url = $"http://{metabase.AddressOf("metabase.example")}", username = "ada@example.test", password = metabase.Password };
        (await scene.Person().ConnectAsync("metabase", credentials with { password = "wrong" })).With(400).Text.ShouldContain("refused these credentials");
        var ada = await scene.Person().ConnectedToAsync("metabase", credentials);
        await RunsAsync(ada, metabase);

        metabase.EndTokens();
        await RunsAsync(ada, metabase);
        for (var day = 0; day < 14; day++) scene.PassADay();
        await RenewsAsync(ada, metabase);
        await DisconnectsAsync(ada, metabase);
        metabase.Revoked.ShouldHaveSingleItem();

        var bob = await scene.Person().ConnectedToAsync("metabase", credentials);
        metabase.Password = "changed";
        metabase.EndTokens();
        (await bob.ExecuteAsync("metabase", "who_am_i")).With(400);
    }

    [Fact]
    public async Task Google_service_account_signs_for_its_tokens()
    {
        var google = scene.Google;
        // As it stands in the JSON file that Google hands out.
        var pasted = google.PrivateKey.ReplaceLineEndings("\\n");
        var ada = await scene.Person().ConnectedToAsync("google", new { client_email = "robot@acme.example", private_key = pasted });
        google.LastAssertion!.GetClaim("scope").Value.ShouldEndWith("/auth/drive.readonly");
        google.LastAssertion.TryGetClaim("sub", out _).ShouldBeFalse();
        await RunsAsync(ada, google);
        await RenewsAsync(ada, google);
        await DisconnectsAsync(ada, google);

        scene.LogLines.ShouldNotContain(line => line.Contains("PRIVATE KEY", StringComparison.Ordinal));
    }

    private static async Task RunsAsync(Owner person, PlayedService service) => (await person.ExecuteAsync(service.Name, "who_am_i")).With(200);

    /// <summary>After a day the token has ended: one request gives a new one before the run, so that the service never sees the old one.</summary>
    private async Task RenewsAsync(Owner person, PlayedService service)
    {
        scene.PassADay();
        service.EndTokens();
        var before = service.Calls.Count;
        await RunsAsync(person, service);
        service.Calls.Count.ShouldBe(before + 2, string.Join('\n', service.Calls));
    }

    private static async Task DisconnectsAsync(Owner person, PlayedService service)
    {
        (await person.DisconnectAsync(service.Name)).With(200);
        (await person.ExecuteAsync(service.Name, "who_am_i")).With(404);
    }
}
