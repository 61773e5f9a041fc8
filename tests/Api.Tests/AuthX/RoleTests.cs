using ModuleX.Api.Tests.Fixtures;
using ModuleX.Domain.Access;

namespace ModuleX.Api.Tests.AuthX;

/// <summary>Document 3's roles.</summary>
public sealed class RoleTests(AuthXScene scene) : IClassFixture<AuthXScene>
{
    [Fact]
    public async Task An_empty_name_is_refused_as_the_document_shows()
    {
        var organization = await scene.OrganizationAsync();

        var reply = (await scene.Admin.Client.PostReplyAsync("/api/v1/roles", new { name = "", organization_id = organization.Id })).With(422);

        reply.Text.ShouldBe(
            """{"detail":[{"type":"string_too_short","loc":["body","name"]"""
            + ""","msg":"String should have at least 1 character","input":"","ctx":{"min_length":1}}]}""");
    }

    [Fact]
    public async Task A_role_is_made_read_changed_and_deleted()
    {
        var organization = await scene.OrganizationAsync();
        var person = await scene.MemberWithAsync(
            organization, PermissionNames.RoleCreate, PermissionNames.RoleRead, PermissionNames.RoleUpdate, PermissionNames.RoleDelete);

        var made = (
            await person.Client.PostReplyAsync(
                "/api/v1/roles", new { name = "Manager", description = "Manager role with specific permissions", is_active = true })).With(201);
        made.Json.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["id", "name", "description", "is_active", "organization_id", "created_at", "updated_at"]);
        made["organization_id"].ShouldBe(organization.Id);
        (await person.Client.GetReplyAsync($"/api/v1/roles/{made["id"]}")).With(200).Text.ShouldBe(made.Text);

        var changed = (await person.Client.PutReplyAsync($"/api/v1/roles/{made["id"]}", new { name = "Updated Manager", is_active = false })).With(200);
        (changed["name"], changed["description"], changed["is_active"]).ShouldBe(("Updated Manager", "Manager role with specific permissions", "False"));

        (await person.Client.DeleteReplyAsync($"/api/v1/roles/{made["id"]}")).With(200)["status"].ShouldBe("success");
        (await person.Client.GetReplyAsync($"/api/v1/roles/{made["id"]}")).With(404).Detail.ShouldBe("Role not found");
    }

    [Fact]
    public async Task A_name_is_taken_once_in_an_organization()
    {
        var (one, other) = (await scene.OrganizationAsync(), await scene.OrganizationAsync());
        Task<Reply> CreateAsync(string name, Group organization) => scene.Admin.Client.PostReplyAsync(
            "/api/v1/roles", new { name, organization_id = organization.Id });
        var role = (await CreateAsync("Manager", one)).With(201)["id"];

        (await CreateAsync("MANAGER", one)).With(409);
        (await CreateAsync("Manager", other)).With(201);
        (await scene.Admin.Client.PutReplyAsync($"/api/v1/roles/{role}", new { name = "viewer" })).With(409);
        (await scene.Admin.Client.PutReplyAsync($"/api/v1/roles/{role}", new { name = "MANAGER" })).With(200);
    }

    [Fact]
    public async Task Roles_are_listed_in_both_ways_to_page()
    {
        var organization = await scene.OrganizationAsync();
        var person = await scene.MemberAsync(organization);
        var reading = (await scene.Admin.Client.PostReplyAsync("/api/v1/roles", new { name = "Reading", organization_id = organization.Id })).With(201)["id"]!;
        await scene.AllowAsync(reading, PermissionNames.RoleRead);
        await scene.GiveAsync(person, reading);
        (await scene.Admin.Client.PostReplyAsync("/api/v1/roles", new { name = "Sleeping", is_active = false, organization_id = organization.Id })).With(201);

        var all = (await person.Client.GetReplyAsync("/api/v1/roles?skip=0&limit=100&search=&is_active=true")).With(200);

        all.Json.GetProperty("items").EnumerateArray().Select(role => role.GetProperty("name").GetString())
            .ShouldBe(["Admin", "Member", "Viewer", "Reading"], ignoreOrder: true);
        (await person.Client.GetReplyAsync("/api/v1/roles?search=EMB")).With(200)["total"].ShouldBe("1");
        (await person.Client.GetReplyAsync("/api/v1/roles?is_active=false")).With(200).Json.GetProperty("items")[0].GetProperty("name").GetString()
            .ShouldBe("Sleeping");
        (await person.Client.GetReplyAsync("/api/v1/roles?page=2&size=3")).With(200)["pages"].ShouldBe("2");
    }

    [Fact]
    public async Task An_assigned_role_is_not_deleted()
    {
        var organization = await scene.OrganizationAsync();
        var role = await scene.RoleAsync(organization, PermissionNames.UserRead);
        var person = await scene.MemberAsync(organization);
        await scene.GiveAsync(person, role);

        (await scene.Admin.Client.DeleteReplyAsync($"/api/v1/roles/{role}")).With(400).Detail.ShouldBe("Cannot delete role. It is assigned to 1 users");

        (await scene.Admin.Client.CallAsync(HttpMethod.Delete, $"/api/v1/users/{person.Id}/roles",
            new { role_ids = new[] { role, Guid.NewGuid().ToString() } })).With(200).Text.ShouldBe("[]");
        (await scene.Admin.Client.DeleteReplyAsync($"/api/v1/roles/{role}")).With(200);
    }

    [Fact]
    public async Task Assigned_permissions_replace_those_before_and_are_removed_one_by_one()
    {
        var role = await scene.RoleAsync(await scene.OrganizationAsync(), PermissionNames.UserRead, PermissionNames.UserCreate);
        var (read, update) = (await scene.PermissionAsync(PermissionNames.RoleRead), await scene.PermissionAsync(PermissionNames.RoleUpdate));

        (await scene.Admin.Client.PostReplyAsync($"/api/v1/roles/{role}/permissions", new { permission_ids = new[] { update, read, update } }))
            .With(200).Text.ShouldBe($"""["{update}","{read}"]""");
        (await scene.Admin.Client.PostReplyAsync($"/api/v1/roles/{role}/permissions",
            new { permission_ids = new[] { read, Guid.NewGuid().ToString() } })).With(400);
        (await scene.Admin.Client.CallAsync(HttpMethod.Delete, $"/api/v1/roles/{role}/permissions", new { permission_ids = new[] { update } }))
            .With(200).Text.ShouldBe($"""["{read}"]""");
        (await scene.Admin.Client.CallAsync(HttpMethod.Delete, $"/api/v1/roles/{role}/permissions", new { })).With(422).Json.GetProperty("detail")[0]
            .GetProperty("type").GetString().ShouldBe("missing");
    }

    [Fact]
    public async Task Roles_of_other_organizations_are_not_there()
    {
        var home = await scene.OrganizationAsync();
        var person = await scene.MemberWithAsync(
            home, PermissionNames.RoleRead, PermissionNames.RoleUpdate, PermissionNames.RoleDelete, PermissionNames.RoleAssign,
            PermissionNames.PermissionAssign);
        var other = await scene.RoleAsync(await scene.OrganizationAsync(), PermissionNames.UserRead);

        foreach (var id in new[] { other, Guid.NewGuid().ToString() })
        {
            (await person.Client.GetReplyAsync($"/api/v1/roles/{id}")).With(404).Detail.ShouldBe("Role not found");
            (await person.Client.PutReplyAsync($"/api/v1/roles/{id}", new { name = "X" })).With(404);
            (await person.Client.DeleteReplyAsync($"/api/v1/roles/{id}")).With(404);
            (await person.Client.PostReplyAsync($"/api/v1/roles/{id}/permissions", new { permission_ids = Array.Empty<string>() })).With(404);
            (await person.Client.CallAsync(HttpMethod.Delete, $"/api/v1/roles/{id}/permissions", new { permission_ids = Array.Empty<string>() })).With(404);
            (await person.Client.PostReplyAsync($"/api/v1/users/{person.Id}/roles", new { role_ids = new[] { id } })).With(400);
        }
        (await person.Client.GetReplyAsync("/api/v1/roles")).With(200).Text.ShouldNotContain(other);
        (await person.Client.GetReplyAsync("/api/v1/roles/role_uuid_here")).With(422).Json.GetProperty("detail")[0].GetProperty("loc").ToString()
            .ShouldBe("""["path","role_id"]""");
    }
}
