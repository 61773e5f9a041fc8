using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>What goes on after an organization is switched off, or a member has left it.</summary>
public sealed class LeftOrganizationTests(OrganizationScene scene) : IClassFixture<OrganizationScene>
{
    [Fact]
    public async Task Keys_of_an_organization_that_is_switched_off_are_refused_until_it_is_on_again()
    {
        var organization = await scene.AddOrganizationAsync();
        var slug = (await scene.Root.Client.GetReplyAsync($"/api/organizations/{organization}")).With(200).Json.GetProperty("organization")
            .GetProperty("slug").GetString()!;
        using var backend = scene.Server.ClientWith((await scene.Server.CreateKeyAsync(slug)).Plain);
        (await backend.GetReplyAsync("/auth/tools?user_id=ada")).With(200);

        (await scene.Root.Client.PutReplyAsync($"/api/organizations/{organization}", new { is_active = false })).With(200);
        await Eventually.SoAsync("refusal of the key", async () => (await backend.GetReplyAsync("/auth/tools?user_id=ada")).Status == 401);

        (await scene.Root.Client.PutReplyAsync($"/api/organizations/{organization}", new { is_active = true })).With(200);
        await Eventually.SoAsync("key that works again", async () => (await backend.GetReplyAsync("/auth/tools?user_id=ada")).Status == 200);
    }

    [Fact]
    public async Task The_session_of_a_removed_member_goes_on_in_the_default_organization()
    {
        var organization = await scene.AddOrganizationAsync();
        var name = $"leaver-{Guid.NewGuid():N}";
        await scene.AddMemberAsync(organization, name, "member");
        var login = (
            await scene.Server.Client.PostReplyAsync("/api/v1/auth/login",
            new { email = $"{name}@example.org", password = OrganizationScene.Password })).With(200);
        var bearer = ("Authorization", $"Bearer {login["access_token"]}");
        (await scene.Server.Client.CallAsync(HttpMethod.Get, "/api/v1/organizations/my/info", null, bearer)).With(200)["id"].ShouldBe(organization);

        (await scene.Root.Client.DeleteReplyAsync($"/api/organizations/{organization}/users/{login.Json.GetProperty("user").GetProperty("id").GetString()}"))
            .With(200);

        await Eventually.SoAsync(
            "session in the default organization",
            async () => (await scene.Server.Client.CallAsync(HttpMethod.Get, "/api/v1/organizations/my/info", null, bearer)) is { Status: 200 } mine
                && mine["slug"] == "default");
    }
}
