using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>An organization with an OAuth client of its own: people connect, and tokens are renewed, through it and not through the server's.</summary>
public sealed class OrganizationClientTests(OAuthServer server) : AuthorizationTests(server)
{
    private readonly string _stranger = Guid.NewGuid().ToString("N");

    [OAuthFact]
    public async Task Organization_connects_and_renews_with_its_own_client()
    {
        await SetUpAsync();

        await Scene.ConnectAsync();
        await Scene.PassAsync(TimeSpan.FromHours(2));
        var run = await Scene.RunAsync();

        run.Status.ShouldBe(200, run.Text);
        (await Scene.Authorization.ReadJournalAsync()).Of("refresh_token").ShouldHaveSingleItem();
    }

    /// <summary>The server's own client is one that the authorization server does not know.</summary>
    private protected override void Adjust(ModuleXServerBuilder moduleX) =>
        moduleX.With("Tools:github:ClientId", _stranger).With("Tools:github:ClientSecret", _stranger);

    /// <summary>Gives the default organization the client that the authorization server knows.</summary>
    private async Task SetUpAsync()
    {
        var client = Scene.ModuleX.Client;
        var bearer = ("Authorization",
            $"Bearer {(await client.PostReplyAsync("/api/auth/login", new { email = "admin@example.com", password = "admin123" })).With(200)["access_token"]}");
        var organization = (await client.CallAsync(HttpMethod.Get, "/api/organizations/slug/default", null, bearer))
            .With(200).Json.GetProperty("organization").GetProperty("id").GetString();
        var variables = new { GITHUB_CLIENT_ID = Scene.Registered.ClientId, GITHUB_CLIENT_SECRET = Scene.Registered.ClientSecret };
        (await client.CallAsync(
            HttpMethod.Post, $"/api/integrations/github/admin-install?organization_id={organization}", new { environment_variables = variables },
            bearer)).With(200);
    }
}
