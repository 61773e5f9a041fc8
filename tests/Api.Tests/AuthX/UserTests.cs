using ModuleX.Api.Tests.Fixtures;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Tests.AuthX;

/// <summary>Document 3's users.</summary>
public sealed class UserTests(AuthXScene scene) : IClassFixture<AuthXScene>
{
    [Fact]
    public async Task A_super_admin_says_for_which_organization_a_user_is()
    {
        var organization = await scene.OrganizationAsync();

        (await CreateAsync(scene.Admin, AuthXScene.NewName())).With(422).Json.GetProperty("detail")[0].GetProperty("loc").ToString()
            .ShouldBe("""["body","organization_id"]""");
        (await CreateAsync(scene.Admin, AuthXScene.NewName(), Guid.NewGuid().ToString())).With(404);
        (await CreateAsync(scene.Admin, AuthXScene.NewName(), organization.Id)).With(201)["organization_id"].ShouldBe(organization.Id);
        (await CreateAsync(scene.Admin, AuthXScene.NewName(), query: $"?organization_id={organization.Id}")).With(201)["organization_id"]
            .ShouldBe(organization.Id);
    }

    [Fact]
    public async Task Everybody_else_makes_users_at_home_whatever_is_asked_for()
    {
        var (home, other) = (await scene.OrganizationAsync(), await scene.OrganizationAsync());
        var person = await scene.MemberWithAsync(home, PermissionNames.UserCreate);

        (await CreateAsync(person, AuthXScene.NewName(), other.Id)).With(201)["organization_id"].ShouldBe(home.Id);
    }

    [Fact]
    public async Task Names_that_are_taken_are_refused()
    {
        var organization = await scene.OrganizationAsync();
        var name = AuthXScene.NewName();
        (await CreateAsync(scene.Admin, name, organization.Id)).With(201);

        (await CreateAsync(scene.Admin, name.ToUpperInvariant(), organization.Id)).With(409).Detail.ShouldBe("Email already registered");
        (await scene.Admin.Client.PostReplyAsync(
            "/api/v1/users",
            new { email = $"{AuthXScene.NewName()}@example.com", username = name, password = AuthXScene.Password, organization_id = organization.Id }))
            .With(409).Detail.ShouldBe("Username already taken");
    }

    [Fact]
    public async Task Users_are_listed_in_both_ways_to_page()
    {
        var organization = await scene.OrganizationAsync();
        var reader = await scene.MemberWithAsync(organization, PermissionNames.UserRead);
        for (var user = 0; user < 4; user++) (await CreateAsync(scene.Admin, AuthXScene.NewName(), organization.Id)).With(201);

        var pages = (await reader.Client.GetReplyAsync("/api/v1/users?page=2&size=2")).With(200);
        var skipped = (await reader.Client.GetReplyAsync("/api/v1/users?skip=2&limit=2&search=&is_active=true")).With(200);

        pages.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["items", "total", "page", "size", "pages"]);
        (pages["total"], pages["page"], pages["size"], pages["pages"]).ShouldBe(("5", "2", "2", "3"));
        skipped["items"].ShouldBe(pages["items"]);
        (await reader.Client.GetReplyAsync($"/api/v1/users?search={reader.Email.ToUpperInvariant()}")).With(200).Json.GetProperty("items")[0]
            .GetProperty("id").GetString().ShouldBe(reader.Id);
        (await reader.Client.GetReplyAsync("/api/v1/users?is_active=false")).With(200)["total"].ShouldBe("0");
        (await reader.Client.GetReplyAsync("/api/v1/users?limit=1000")).With(422).Json.GetProperty("detail")[0].GetProperty("loc").ToString()
            .ShouldBe("""["query","limit"]""");
    }

    [Fact]
    public async Task Who_has_registered_sees_nothing_of_other_people()
    {
        var name = AuthXScene.NewName();
        (await scene.Anyone.PostReplyAsync("/api/v1/auth/register", new { email = $"{name}@example.com", username = name, password = AuthXScene.Password }))
            .With(201);
        var person = await scene.LogInAsync($"{name}@example.com");
        var role = await scene.RoleAsync(await scene.OrganizationAsync());

        foreach (var path in (string[])["users", $"users/{scene.Admin.Id}", $"users/{scene.Admin.Id}/permissions", "roles", $"roles/{role}", "locations",
            $"locations/user/{scene.Admin.Id}"])
            (await person.Client.GetReplyAsync($"/api/v1/{path}")).With(403).Text.ShouldNotContain("root@example.com");
        foreach (var path in (string[])["users/me", "organizations/my/info", "permissions/grouped", $"locations/user/{person.Id}"])
            (await person.Client.GetReplyAsync($"/api/v1/{path}")).With(200);
        foreach (var path in (string[])["logs?size=100", "export?format=json"])
        {
            var reply = (await person.Client.GetReplyAsync($"/api/v1/audit/{path}")).With(200);
            reply.Text.ShouldContain(person.Id);
            reply.Text.ShouldNotContain(scene.Admin.Id);
        }
    }

    [Fact]
    public async Task One_changes_ones_own_names_and_nothing_else()
    {
        var person = await scene.MemberAsync(await scene.OrganizationAsync());
        var name = AuthXScene.NewName();

        var changed = (
            await person.Client.PutReplyAsync(
                "/api/v1/users/me", new { username = name, first_name = "Updated", last_name = "Name", is_verified = true, is_active = false })).With(200);

        (changed["username"], changed["first_name"], changed["last_name"], changed["is_verified"], changed["is_active"])
            .ShouldBe((name, "Updated", "Name", "False", "True"));
        (await person.Client.GetReplyAsync("/api/v1/users/me")).With(200).Text.ShouldBe(changed.Text);
        (await person.Client.PutReplyAsync("/api/v1/users/me", new { username = "root" })).With(409);
        (await person.Client.PutReplyAsync("/api/v1/users/me", new { username = "" })).With(422).Json.GetProperty("detail")[0].GetProperty("type")
            .GetString().ShouldBe("string_too_short");
    }

    [Fact]
    public async Task What_an_update_leaves_out_stays()
    {
        var organization = await scene.OrganizationAsync();
        var person = await scene.MemberAsync(organization);
        var editor = await scene.MemberWithAsync(organization, PermissionNames.UserUpdate);

        var changed = (await editor.Client.PutReplyAsync($"/api/v1/users/{person.Id}", new { first_name = "Ada", is_verified = true })).With(200);

        (changed["first_name"], changed["last_name"], changed["is_verified"], changed["is_active"], changed["email"])
            .ShouldBe(("Ada", "", "True", "True", person.Email));
    }

    [Fact]
    public async Task Users_of_other_organizations_are_not_there()
    {
        var person = await scene.MemberWithAsync(
            await scene.OrganizationAsync(), PermissionNames.UserRead, PermissionNames.UserUpdate, PermissionNames.UserDelete, PermissionNames.RoleAssign);
        var stranger = await scene.MemberAsync(await scene.OrganizationAsync());

        foreach (var id in new[] { stranger.Id, Guid.NewGuid().ToString() })
        {
            (await person.Client.GetReplyAsync($"/api/v1/users/{id}")).With(404).Detail.ShouldBe("User not found");
            (await person.Client.GetReplyAsync($"/api/v1/users/{id}/permissions")).With(404);
            (await person.Client.PutReplyAsync($"/api/v1/users/{id}", new { first_name = "X" })).With(404);
            (await person.Client.DeleteReplyAsync($"/api/v1/users/{id}")).With(404);
            (await person.Client.PostReplyAsync($"/api/v1/users/{id}/roles", new { role_ids = Array.Empty<string>() })).With(404);
            (await person.Client.CallAsync(HttpMethod.Delete, $"/api/v1/users/{id}/roles", new { role_ids = Array.Empty<string>() })).With(404);
        }
        (await person.Client.GetReplyAsync("/api/v1/users")).Text.ShouldNotContain(stranger.Id);
    }

    [Fact]
    public async Task Deleting_a_user_ends_the_tokens_and_keeps_the_account()
    {
        var person = await scene.MemberAsync(await scene.OrganizationAsync());
        (await person.Client.GetReplyAsync("/api/v1/users/me")).With(200);

        (await scene.Admin.Client.DeleteReplyAsync($"/api/v1/users/{person.Id}")).With(200)["status"].ShouldBe("success");

        await Eventually.SoAsync("refusal of the token", async () => (await person.Client.GetReplyAsync("/api/v1/users/me")).Status == 401);
        (await scene.Anyone.PostReplyAsync("/api/v1/auth/refresh", new { refresh_token = person.RefreshToken })).With(401);
        (await scene.Admin.Client.GetReplyAsync($"/api/v1/users/{person.Id}")).With(200)["is_active"].ShouldBe("False");
    }

    [Fact]
    public async Task The_last_super_admin_and_the_last_owner_stay()
    {
        var organization = await scene.OrganizationAsync();
        var (one, other) = (await scene.MemberAsync(organization), await scene.MemberAsync(organization));
        await scene.SetMembershipAsync(one, organization, MembershipRole.Owner);

        (await scene.Admin.Client.DeleteReplyAsync($"/api/v1/users/{scene.Admin.Id}")).With(409).Detail.ShouldContain("last super admin");
        (await scene.Admin.Client.DeleteReplyAsync($"/api/v1/users/{one.Id}")).With(409).Detail.ShouldContain("last owner");
        (await scene.Admin.Client.PutReplyAsync($"/api/v1/users/{one.Id}", new { is_active = false })).With(409);
        await scene.SetMembershipAsync(other, organization, MembershipRole.Owner);
        (await scene.Admin.Client.DeleteReplyAsync($"/api/v1/users/{one.Id}")).With(200);
        (await scene.Admin.Client.DeleteReplyAsync($"/api/v1/users/{other.Id}")).With(409);
    }

    [Fact]
    public async Task Who_administers_an_organization_can_not_touch_a_system_admin_in_it()
    {
        var organization = await scene.OrganizationAsync();
        var (owner, admin) = (await scene.MemberAsync(organization), await scene.MemberAsync(organization));
        await scene.SetMembershipAsync(owner, organization, MembershipRole.Owner);
        await scene.SetRoleAsync(admin, SystemRole.Admin);

        (await owner.Client.GetReplyAsync($"/api/v1/users/{admin.Id}")).With(200);
        (await owner.Client.PutReplyAsync($"/api/v1/users/{admin.Id}", new { is_active = false })).With(403).Detail.ShouldBe("That role is above your own");
        (await owner.Client.DeleteReplyAsync($"/api/v1/users/{admin.Id}")).With(403);
        (await owner.Client.PostReplyAsync($"/api/v1/users/{admin.Id}/roles", new { role_ids = Array.Empty<string>() })).With(403);
        (await admin.Client.PutReplyAsync($"/api/v1/users/{owner.Id}", new { first_name = "Ada" })).With(200);
    }

    [Fact]
    public async Task A_permission_to_change_users_is_none_to_change_who_administers_the_organization()
    {
        var organization = await scene.OrganizationAsync();
        var editor = await scene.MemberWithAsync(organization, PermissionNames.UserUpdate, PermissionNames.UserDelete, PermissionNames.RoleAssign);
        var (owner, admin, equal) = (await scene.MemberAsync(organization), await scene.MemberAsync(organization), await scene.MemberAsync(organization));
        await scene.SetMembershipAsync(owner, organization, MembershipRole.Owner);
        await scene.SetMembershipAsync(admin, organization, MembershipRole.Admin);

        foreach (var above in new[] { owner, admin })
        {
            (await editor.Client.PutReplyAsync($"/api/v1/users/{above.Id}", new { is_active = false }))
                .With(403).Detail.ShouldBe("That role is above your own");
            (await editor.Client.PutReplyAsync($"/api/v1/users/{above.Id}", new { first_name = "Eve" })).With(403);
            (await editor.Client.DeleteReplyAsync($"/api/v1/users/{above.Id}")).With(403).Detail.ShouldBe("That role is above your own");
            (await editor.Client.PostReplyAsync($"/api/v1/users/{above.Id}/roles", new { role_ids = Array.Empty<string>() })).With(403);
            (await above.Client.GetReplyAsync("/api/v1/users/me")).With(200)["first_name"].ShouldBe("");
        }
        (await admin.Client.PutReplyAsync($"/api/v1/users/{owner.Id}", new { first_name = "Eve" })).With(403);
        (await editor.Client.DeleteReplyAsync($"/api/v1/users/{equal.Id}")).With(200);
    }

    [Fact]
    public async Task The_effective_permissions_are_those_of_the_roles_or_all_for_who_administers()
    {
        var organization = await scene.OrganizationAsync();
        var person = await scene.MemberWithAsync(organization, PermissionNames.UserRead, PermissionNames.LocationRead);

        (await person.Client.GetReplyAsync($"/api/v1/users/{person.Id}/permissions")).With(200).Text
            .ShouldBe($$"""{"user_id":"{{person.Id}}","organization_id":"{{organization.Id}}","permissions":["location:read","user:read"]}""");

        await scene.SetMembershipAsync(person, organization, MembershipRole.Admin);
        (await scene.Admin.Client.GetReplyAsync($"/api/v1/users/{person.Id}/permissions")).With(200).Json.GetProperty("permissions").EnumerateArray()
            .Select(name => name.GetString())
            .ShouldBe(PermissionNames.All.Order(StringComparer.Ordinal));
    }

    private static Task<Reply> CreateAsync(Person by, string name, string? organization = null, string query = "") => by.Client.PostReplyAsync(
        $"/api/v1/users{query}",
        new { email = $"{name}@example.com", username = name, password = AuthXScene.Password, first_name = "New", last_name = "User",
        organization_id = organization });
}
