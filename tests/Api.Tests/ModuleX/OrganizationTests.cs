using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>Document 1's organizations, as their administrators use them.</summary>
public sealed class OrganizationTests(OrganizationScene scene) : IClassFixture<OrganizationScene>
{
    [Fact]
    public async Task New_organization_has_what_was_said_of_it()
    {
        var created = await scene.Root.Client.PostReplyAsync(
            "/api/organizations/",
            new { slug = "tech-startup", name = "Tech Startup Inc", domain = "TechStartup.com", max_users = 7, max_tools = 5,
            settings = new { theme = "dark" } });

        created.With(200)["message"].ShouldBe("Organization 'Tech Startup Inc' created successfully");
        var organization = created.Json.GetProperty("organization");
        organization.EnumerateObject().Select(field => field.Name)
            .ShouldBe(["id", "slug", "name", "domain", "max_users", "max_tools", "is_active", "is_default", "settings", "created_at"]);
        organization.GetProperty("domain").GetString().ShouldBe("techstartup.com");
        organization.GetProperty("settings").GetProperty("theme").GetString().ShouldBe("dark");
        (await scene.Root.Client.PostReplyAsync("/api/organizations/", new { slug = "tech-startup", name = "x" })).With(409);
        (await scene.Root.Client.PostReplyAsync("/api/organizations/", new { slug = "tech-2", name = "x", domain = "techstartup.COM" })).With(409);
    }

    [Theory]
    [InlineData("""{"slug":"A","name":""}""", "/slug /slug /name")]
    [InlineData("""{"slug":"half","name":"x","settings":{"a":"\ud800"}}""", "/settings")]
    [InlineData("""{"slug":"list","name":"x","settings":[1]}""", "/settings")]
    [InlineData("""{"slug":"zero","name":"x\u0001"}""", "/name")]
    [InlineData("""{"slug":"many","name":"x","max_users":0}""", "/max_users")]
    public async Task Wrong_shape_is_refused_where_it_is_wrong(string body, string pointers)
    {
        var refused = (await scene.Root.Client.PostReplyAsync("/api/organizations/", body)).With(422);

        string.Join(' ', refused.Json.GetProperty("error").GetProperty("details").EnumerateArray()
            .Select(problem => problem.GetProperty("pointer").GetString())).ShouldBe(pointers);
    }

    [Fact]
    public async Task Organizations_are_found_by_part_of_name_and_slug()
    {
        await scene.Root.Client.PostReplyAsync("/api/organizations/", new { slug = "needle-one", name = "Hay" });
        await scene.Root.Client.PostReplyAsync("/api/organizations/", new { slug = "hay-two", name = "The NEEDLE" });

        var found = (await scene.Root.Client.GetReplyAsync("/organizations/?search=Needle&page=2&limit=1")).With(200);

        found.Json.GetProperty("organizations").EnumerateArray().Select(one => one.GetProperty("slug").GetString()).ShouldBe(["needle-one"]);
        found.Json.GetProperty("pagination").ToString().ShouldBe("""{"total":2,"page":2,"limit":1,"total_pages":2,"has_next":false,"has_previous":true}""");
    }

    [Fact]
    public async Task Changes_name_what_was_sent_and_free_places_are_told()
    {
        var id = await scene.AddOrganizationAsync(maxUsers: 2);
        await scene.AddMemberAsync(id, "change-member", "member");

        var updated = (await scene.Root.Client.PutReplyAsync($"/api/organizations/{id}", new { name = "New", max_users = 3 })).With(200);

        updated.Json.GetProperty("updated_fields").ToString().ShouldBe("""["name","max_users"]""");
        var details = (await scene.Root.Client.GetReplyAsync($"/api/organizations/{id}")).With(200).Json.GetProperty("organization");
        details.GetProperty("stats").ToString().ShouldBe("""{"current_users":1,"users_remaining":2,"can_add_user":true}""");
        details.GetProperty("name").GetString().ShouldBe("New");
        (await scene.Root.Client.PutReplyAsync($"/api/organizations/{Guid.NewGuid()}", new { name = "New" })).With(404);
    }

    [Fact]
    public async Task Inactive_organization_is_closed_to_its_owner_until_it_is_active_again()
    {
        var id = await scene.AddOrganizationAsync();
        var owner = await scene.AddMemberAsync(id, "switched-owner", "owner");
        (await owner.Client.GetReplyAsync($"/api/organizations/{id}/users")).With(200);

        (await scene.Root.Client.PutReplyAsync($"/api/organizations/{id}", new { is_active = false })).With(200);
        (await owner.Client.GetReplyAsync($"/api/organizations/{id}/users")).With(404);

        (await scene.Root.Client.PutReplyAsync($"/api/organizations/{id}", new { is_active = true })).With(200);
        (await owner.Client.GetReplyAsync($"/api/organizations/{id}/users")).With(200);
    }

    [Fact]
    public async Task Deleted_organization_leaves_its_members_in_the_default_one_and_its_keys_dead()
    {
        var id = await scene.AddOrganizationAsync();
        var member = await scene.AddMemberAsync(id, "left-over", "owner");
        var slug = (await scene.Root.Client.GetReplyAsync($"/api/organizations/{id}")).Json.GetProperty("organization").GetProperty("slug").GetString()!;
        using var backend = scene.Server.ClientWith((await scene.Server.CreateKeyAsync(slug)).Plain);
        (await backend.GetReplyAsync("/auth/tools?user_id=somebody")).With(200);

        (await scene.Root.Client.DeleteReplyAsync($"/api/organizations/{id}")).With(200)["message"]
            .ShouldBe($"Organization 'Name of {slug}' deleted successfully");

        var me = (await member.Client.GetReplyAsync("/api/auth/me")).With(200);
        me.Json.GetProperty("organization_ids").ToString().ShouldBe($"[\"{await scene.DefaultAsync()}\"]");
        (await scene.Root.Client.GetReplyAsync($"/api/organizations/{id}")).With(404);
        await Eventually.SoAsync(
            "refusal of the key", async () => (await backend.GetReplyAsync("/auth/tools?user_id=somebody")).Status == 401, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Default_organization_stays()
    {
        var id = await scene.DefaultAsync();

        (await scene.Root.Client.DeleteReplyAsync($"/api/organizations/{id}")).With(409);
        (await scene.Root.Client.PutReplyAsync($"/api/organizations/{id}", new { is_active = false })).With(409);
    }

    [Fact]
    public async Task People_administer_what_is_theirs_alone()
    {
        var id = await scene.AddOrganizationAsync();
        var (owner, member, stranger) = (
            await scene.AddMemberAsync(id, "own-owner", "owner"), await scene.AddMemberAsync(id, "own-member", "member"),
            await scene.AddPersonAsync("own-stranger"));
        var slug = (await owner.Client.GetReplyAsync($"/api/organizations/{id}/stats")).With(200).Json.GetProperty("organization").GetProperty("slug")
            .GetString();

        foreach (
            var path in (string[])[$"/api/organizations/{id}/users", $"/api/organizations/{id}/stats", $"/api/organizations/slug/{slug}",
            $"/api/organizations/domain/{slug}.EXAMPLE"])
        {
            (await owner.Client.GetReplyAsync(path)).With(200);
            (await member.Client.GetReplyAsync(path)).With(403);
            (await stranger.Client.GetReplyAsync(path)).With(404);
            (await scene.Server.Client.GetReplyAsync(path)).With(401);
        }
        (await owner.Client.GetReplyAsync($"/api/organizations/{id}")).With(403);
        (await owner.Client.PostReplyAsync("/api/organizations/", new { slug = "mine", name = "Mine" })).With(403);
        (await owner.Client.DeleteReplyAsync($"/api/organizations/{id}")).With(403);
    }
}
