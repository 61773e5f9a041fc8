using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Platform;

namespace ModuleX.Api.Tests.V1;

/// <summary>Service keys as an organization's admin makes them.</summary>
public sealed class ServiceKeyTests : IAsyncLifetime
{
    private PlatformScene _scene = null!;
    private string _query = "";

    private HttpClient Root => _scene.Root.Client;

    public async Task InitializeAsync()
    {
        _scene = await PlatformScene.StartAsync(_ => { });
        var organization = (await Root.GetReplyAsync("/api/organizations")).With(200).Json.GetProperty("organizations")[0].GetProperty("id").GetString();
        _query = $"?organization_id={organization}";
    }

    public Task DisposeAsync() => _scene.DisposeAsync().AsTask();

    [Fact]
    public async Task A_key_is_shown_once_works_as_a_bearer_token_and_ends_within_a_second()
    {
        var made = (await Root.PostReplyAsync($"/v1/service-keys{_query}", new { name = "Backend", scopes = new[] { "sessions:read" } })).With(201);
        using var backend = new HttpClient { BaseAddress = Root.BaseAddress };
        backend.DefaultRequestHeaders.Add("Authorization", $"Bearer {made["key"]}");

        (await backend.GetReplyAsync("/v1/connections")).With(200);
        (await backend.PostReplyAsync("/v1/runs", new { tool = "mock", action = "list_users", owner = "ada" })).With(403)["code"].ShouldBe("scope_missing");
        (await Root.GetReplyAsync($"/v1/service-keys/{made["id"]}{_query}")).With(200).Text.ShouldNotContain(made["key"]!);
        (await Root.DeleteReplyAsync($"/v1/service-keys/{made["id"]}{_query}")).With(204);
        await Eventually.SoAsync("end of the key", async () => (await backend.GetReplyAsync("/v1/connections")).Status == 401, TimeSpan.FromSeconds(10));
        (await Root.GetReplyAsync($"/v1/service-keys/{made["id"]}{_query}")).With(200)["revoked_at"].ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_repeated_request_makes_no_second_key_and_shows_none()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var made = (await Root.CallAsync(HttpMethod.Post, $"/v1/service-keys{_query}", new { name = "Once" }, key)).With(201);

        var again = await Root.CallAsync(HttpMethod.Post, $"/v1/service-keys{_query}", new { name = "Once" }, key);

        again.With(409)["code"].ShouldBe("secret_already_shown");
        again.Headers.Location!.ToString().ShouldBe($"/v1/service-keys/{made["id"]}");
    }
}
