using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.ModuleX;

namespace ModuleX.Api.Tests.AuthX;

/// <summary>Document 3's organizations.</summary>
public sealed class OrganizationTests(OrganizationScene scene) : IClassFixture<OrganizationScene>
{
    private const string Path = "/api/v1/organizations";

    [Fact]
    public async Task Organization_is_made_read_changed_and_deleted()
    {
        var created = (
            await scene.Root.Client.PostReplyAsync(
                Path, new { name = "Test Organization", slug = "test-org", description = "A test organization", max_users = 4 })).With(201);
        created.Json.EnumerateObject().Select(field => field.Name)
            .ShouldBe(["id", "name", "slug", "description", "max_users", "is_active", "locations", "created_at", "updated_at"]);
        (await scene.Root.Client.PostReplyAsync(Path, new { name = "Again", slug = "test-org" })).With(409);

        var changed = (await scene.Root.Client.PutReplyAsync($"{Path}/{created["id"]}", new { name = "Updated", is_active = false })).With(200);
        (changed["name"], changed["is_active"], changed["description"]).ShouldBe(("Updated", "False", "A test organization"));

        (await scene.Root.Client.GetReplyAsync($"{Path}/{created["id"]}")).With(200)["slug"].ShouldBe("test-org");
        (await scene.Root.Client.DeleteReplyAsync($"{Path}/{created["id"]}"))
            .With(200).Text.ShouldBe("""{"message":"Organization 'Updated' deleted successfully","status":"success"}""");
        (await scene.Root.Client.GetReplyAsync($"{Path}/{created["id"]}")).With(404).Text.ShouldBe("""{"detail":"Organization not found"}""");
    }

    [Fact]
    public async Task Organization_with_active_users_is_not_deleted()
    {
        var id = await scene.AddOrganizationAsync();
        await scene.AddMemberAsync(id, "v1-active", "owner");

        (await scene.Root.Client.DeleteReplyAsync($"{Path}/{id}")).With(400).Detail.ShouldBe("Cannot delete organization with 1 active users");
        (await scene.Root.Client.GetReplyAsync($"{Path}/{id}")).With(200);
    }

    [Theory]
    [InlineData("search=default&page=1&size=2")]
    [InlineData("search=default&skip=0&limit=2&is_active=true")]
    public async Task List_is_paged_in_either_way(string query)
    {
        var listed = (await scene.Root.Client.GetReplyAsync($"{Path}?{query}")).With(200).Json;

        listed.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("slug").GetString().ShouldBe("default");
        listed.EnumerateObject().Skip(1).Select(field => field.ToString()).ShouldBe(["\"total\":1", "\"page\":1", "\"size\":2", "\"pages\":1"]);
    }

    [Fact]
    public async Task Everybody_sees_the_own_organization_and_no_other()
    {
        var person = await scene.AddPersonAsync("v1-person");

        (await person.Client.GetReplyAsync($"{Path}/my/info")).With(200)["slug"].ShouldBe("default");
        (await person.Client.GetReplyAsync(Path)).With(403);
        (await person.Client.GetReplyAsync($"{Path}/{await scene.DefaultAsync()}")).With(403);
        (await scene.Root.Client.GetReplyAsync($"{Path}/nothing")).With(422);
    }
}
