using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Connecting;

/// <summary>What comes from a browser or a service chooses no host, and what can't be used is no connection.</summary>
public sealed class AbuseTests(ConnectingScene scene) : IClassFixture<ConnectingScene>
{
    [Theory]
    [InlineData("evil.example/x")]
    [InlineData("evil.example%2Fx")]
    [InlineData("a.b.evil.example%23")]
    [InlineData("127.0.0.1%3A1")]
    [InlineData("evil.example%5C")]
    [InlineData("%5B%3A%3A1%5D")]
    public async Task Field_in_a_host_can_not_leave_it(string shop)
    {
        var reply = await scene.Person().Client.GetReplyAsync($"/auth/url/shopify?user_id=eve&shop={shop}");

        reply.With(400).Text.ShouldContain("letters, digits, dots and hyphens");
        scene.Shopify.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Token_goes_to_no_host_that_the_manifest_does_not_allow()
    {
        var salesforce = scene.Salesforce;
        salesforce.Instance = $"http://{salesforce.AddressOf("evil.example")}";
        var (_, url) = await scene.BeginAsync(salesforce);

        var reply = await scene.ReturnAsync(salesforce.Authorize(url));

        reply.With(502).Detail.ShouldContain("an address that the manifest allows");
        salesforce.Calls.ShouldNotContain(call => call.Contains("evil.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Person_without_a_site_is_not_connected_and_the_token_is_not_kept()
    {
        scene.Atlassian.HasSites = false;
        var (person, url) = await scene.BeginAsync(scene.Atlassian);

        var reply = await scene.ReturnAsync(scene.Atlassian.Authorize(url));

        reply.With(502).Detail.ShouldEndWith("its answer after connecting has no cloud_id");
        (await person.ExecuteAsync("atlassian", "who_am_i")).With(404);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&realmId=")]
    [InlineData("&realmId=1%0d%0aX-Evil%3a1")]
    public async Task Callback_without_what_the_manifest_keeps_is_refused_before_the_code_is_sent(string extras)
    {
        var (_, url) = await scene.BeginAsync(scene.QuickBooks);
        var callback = scene.QuickBooks.Authorize(url);

        var reply = await scene.ReturnAsync(new Uri(callback.AbsoluteUri.Replace("&realmId=9130", extras, StringComparison.Ordinal)));

        reply.With(400).Detail.ShouldBe("The callback has no usable realmId");
        scene.QuickBooks.Calls.ShouldNotContain(call => call.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not a key")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----")]
    public async Task Private_key_that_can_not_sign_is_refused(string key)
    {
        var reply = await scene.Person().ConnectAsync("google", new { client_email = "robot@acme.example", private_key = key });

        reply.With(400).Text.ShouldContain("must be a private key in PEM without a password");
        scene.Google.Calls.ShouldBeEmpty();
    }
}
