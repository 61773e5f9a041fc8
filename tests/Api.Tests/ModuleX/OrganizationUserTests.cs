using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>Who belongs to an organization, and who may say so.</summary>
public sealed class OrganizationUserTests(OrganizationScene scene) : IClassFixture<OrganizationScene>
{
    [Fact]
    public async Task Added_user_makes_the_organization_the_home_and_goes_back_when_removed()
    {
        var id = await scene.AddOrganizationAsync();
        var ann = await scene.AddPersonAsync("home-ann");

        (await OrganizationScene.AddAsync(scene.Root, id, ann, "member")).With(200)["message"].ShouldStartWith("User added to organization 'Name of org-");
        (await ann.Client.GetReplyAsync("/api/auth/me"))["primary_organization_id"].ShouldBe(id);

        (await OrganizationScene.RemoveAsync(scene.Root, id, ann)).With(200)["message"]!.ShouldEndWith(" and moved to default organization");
        (await ann.Client.GetReplyAsync("/api/auth/me"))["primary_organization_id"].ShouldBe(await scene.DefaultAsync());
        (await OrganizationScene.RemoveAsync(scene.Root, id, ann)).With(404);
    }

    [Fact]
    public async Task Users_are_listed_in_the_order_in_which_they_joined()
    {
        var id = await scene.AddOrganizationAsync();
        var owner = await scene.AddMemberAsync(id, "list-owner", "owner");
        await scene.AddMemberAsync(id, "list-member", "member");

        var listed = (await owner.Client.GetReplyAsync($"/api/organizations/{id}/users?limit=1")).With(200).Json;

        listed.GetProperty("organization").EnumerateObject().Select(field => field.Name).ShouldBe(["id", "name", "slug", "domain"]);
        var user = listed.GetProperty("users").EnumerateArray().ShouldHaveSingleItem();
        user.EnumerateObject().Select(field => field.Name).ShouldBe(["id", "email", "username", "role", "is_active", "joined_at"]);
        user.GetProperty("role").GetString().ShouldBe("owner");
        listed.GetProperty("pagination").ToString().ShouldBe("""{"total":2,"page":1,"limit":1,"has_next":true}""");
    }

    [Fact]
    public async Task Member_can_get_another_role_but_not_the_same_again()
    {
        var id = await scene.AddOrganizationAsync();
        var ann = await scene.AddMemberAsync(id, "role-ann", "member");

        (await OrganizationScene.AddAsync(scene.Root, id, ann, "member")).With(409);
        (await OrganizationScene.AddAsync(scene.Root, id, ann, "boss")).With(422);
        (await OrganizationScene.AddAsync(scene.Root, id, ann, "admin")).With(200);

        (await ann.Client.GetReplyAsync($"/api/organizations/{id}/users")).With(200);
    }

    [Fact]
    public async Task Admin_of_an_organization_touches_no_owner()
    {
        var id = await scene.AddOrganizationAsync();
        var (owner, admin) = (await scene.AddMemberAsync(id, "rank-owner", "owner"), await scene.AddMemberAsync(id, "rank-admin", "admin"));
        var other = await scene.AddPersonAsync("rank-other");

        (await OrganizationScene.AddAsync(admin, id, other, "owner")).With(403);
        (await OrganizationScene.AddAsync(admin, id, owner, "member")).With(403);
        (await OrganizationScene.RemoveAsync(admin, id, owner)).With(403);
        (await OrganizationScene.AddAsync(admin, id, other, "admin")).With(200);
        (await OrganizationScene.AddAsync(owner, id, other, "owner")).With(200);
        (await OrganizationScene.AddAsync(admin, id, new SignedIn(Guid.NewGuid().ToString(), admin.Client), "member")).With(404);
    }

    [Fact]
    public async Task Last_owner_stays_until_there_is_another()
    {
        var id = await scene.AddOrganizationAsync();
        var (first, second) = (await scene.AddMemberAsync(id, "last-first", "owner"), await scene.AddMemberAsync(id, "last-second", "member"));

        (await OrganizationScene.RemoveAsync(scene.Root, id, first)).With(409);
        (await OrganizationScene.AddAsync(scene.Root, id, first, "admin")).With(409);
        (await OrganizationScene.AddAsync(first, id, second, "owner")).With(200);
        (await OrganizationScene.RemoveAsync(second, id, first)).With(200);
    }

    [Fact]
    public async Task Default_organization_is_left_only_for_another()
    {
        var (standing, id) = (await scene.DefaultAsync(), await scene.AddOrganizationAsync());
        var ann = await scene.AddPersonAsync("default-ann");
        (await OrganizationScene.RemoveAsync(scene.Root, standing, ann)).With(409).Detail.ShouldContain("default organization");
        (await OrganizationScene.AddAsync(scene.Root, id, ann, "member")).With(200);

        var removed = (await OrganizationScene.RemoveAsync(scene.Root, standing, ann)).With(200);

        removed["message"].ShouldBe("User removed from organization 'Default'");
        (await ann.Client.GetReplyAsync("/api/auth/me")).Json.GetProperty("organization_ids").ToString().ShouldBe($"[\"{id}\"]");
        (await OrganizationScene.RemoveAsync(scene.Root, id, ann)).With(200);
        (await ann.Client.GetReplyAsync("/api/auth/me")).Json.GetProperty("organization_ids").ToString().ShouldBe($"[\"{standing}\"]");
    }

    [Fact]
    public async Task Full_organization_takes_no_more_users_even_when_two_come_at_once()
    {
        var id = await scene.AddOrganizationAsync(maxUsers: 1);
        var (ann, bob) = (await scene.AddPersonAsync("full-ann"), await scene.AddPersonAsync("full-bob"));

        var replies = await Task.WhenAll(OrganizationScene.AddAsync(scene.Root, id, ann, "member"), OrganizationScene.AddAsync(scene.Root, id, bob, "member"));

        replies.Select(reply => reply.Status).Order().ShouldBe([200, 409]);
        (await scene.Root.Client.PutReplyAsync($"/api/organizations/{id}", new { max_users = 1 })).With(200);
    }
}
