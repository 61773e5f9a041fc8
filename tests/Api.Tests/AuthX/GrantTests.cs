using ModuleX.Api.Tests.Fixtures;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Tests.AuthX;

/// <summary>What permissions open, how fast, and that users can grant only what they have.</summary>
public sealed class GrantTests(AuthXScene scene) : IClassFixture<AuthXScene>
{
    [Fact]
    public async Task A_member_makes_users_within_a_second_of_being_allowed_to()
    {
        var organization = await scene.OrganizationAsync();
        var person = await scene.MemberAsync(organization);
        (await CreateUserAsync(person)).With(403).Detail.ShouldBe("The permission user:create is required");

        await scene.GiveAsync(person, await scene.RoleAsync(organization, PermissionNames.UserCreate));

        await Eventually.SoAsync("right to make users", async () => (await CreateUserAsync(person)).Status == 201);
    }

    [Fact]
    public async Task A_permission_that_is_taken_from_a_role_is_lost_within_a_second()
    {
        var organization = await scene.OrganizationAsync();
        var role = await scene.RoleAsync(organization, PermissionNames.UserCreate);
        var person = await scene.MemberAsync(organization);
        await scene.GiveAsync(person, role);
        (await CreateUserAsync(person)).With(201);

        await scene.AllowAsync(role);

        await Eventually.SoAsync("refusal", async () => (await CreateUserAsync(person)).Status == 403);
    }

    [Fact]
    public async Task An_inactive_role_allows_nothing()
    {
        var organization = await scene.OrganizationAsync();
        var role = await scene.RoleAsync(organization, PermissionNames.UserCreate);
        var person = await scene.MemberAsync(organization);
        await scene.GiveAsync(person, role);
        (await CreateUserAsync(person)).With(201);

        (await scene.Admin.Client.PutReplyAsync($"/api/v1/roles/{role}", new { is_active = false })).With(200);

        await Eventually.SoAsync("refusal", async () => (await CreateUserAsync(person)).Status == 403);
        (await scene.Admin.Client.PostReplyAsync($"/api/v1/users/{person.Id}/roles", new { role_ids = new[] { role } })).With(400);
    }

    [Fact]
    public async Task Every_endpoint_asks_for_its_permission()
    {
        var organization = await scene.OrganizationAsync();
        var person = await scene.MemberWithAsync(organization);
        var (user, role) = ($"/api/v1/users/{person.Id}", $"/api/v1/roles/{await scene.RoleAsync(organization)}");
        (HttpMethod Method, string Path, object? Body)[] calls =
        [
            (HttpMethod.Post, "/api/v1/users", new { email = "a@example.com", username = "a", password = AuthXScene.Password }),
            (HttpMethod.Get, "/api/v1/users", null), (HttpMethod.Get, user, null), (HttpMethod.Put, user, new { }), (HttpMethod.Delete, user, null),
            (HttpMethod.Get, $"{user}/permissions", null), (HttpMethod.Post, $"{user}/roles", new { role_ids = Array.Empty<string>() }),
            (HttpMethod.Delete, $"{user}/roles", new { role_ids = Array.Empty<string>() }),
            (HttpMethod.Post, "/api/v1/roles", new { name = "x" }), (HttpMethod.Get, "/api/v1/roles", null), (HttpMethod.Get, role, null),
            (HttpMethod.Put, role, new { }), (HttpMethod.Delete, role, null),
            (HttpMethod.Post, $"{role}/permissions", new { permission_ids = Array.Empty<string>() }),
            (HttpMethod.Delete, $"{role}/permissions", new { permission_ids = Array.Empty<string>() }),
        ];

        foreach (var (method, path, body) in calls)
        {
            (await person.Client.CallAsync(method, path, body)).With(403).Detail.ShouldStartWith("The permission");
            (await scene.Anyone.CallAsync(method, path, body)).With(401);
        }
    }

    [Fact]
    public async Task A_role_that_allows_more_than_the_own_ones_can_not_be_given()
    {
        var organization = await scene.OrganizationAsync();
        // With what the role of new members allows: it is taken where other roles are given.
        var person = await scene.MemberWithAsync(organization, PermissionNames.RoleAssign, PermissionNames.UserRead, "organization:read", "permission:read");
        var (modest, mighty) = (
            await scene.RoleAsync(organization, PermissionNames.UserRead),
            await scene.RoleAsync(organization, PermissionNames.UserRead, PermissionNames.UserDelete));
        Task<Reply> AssignAsync(Person to, params string[] roles) => person.Client.PostReplyAsync($"/api/v1/users/{to.Id}/roles", new { role_ids = roles });
        var friend = await scene.MemberAsync(organization);

        (await AssignAsync(person, mighty)).With(403).Detail.ShouldBe("You can't grant or take permissions that you do not have yourself");
        (await AssignAsync(friend, modest, mighty)).With(403);
        (await AssignAsync(friend, modest)).With(200).Text.ShouldBe($"""["{modest}"]""");
        await scene.GiveAsync(friend, mighty);
        (await AssignAsync(friend, mighty, modest)).With(200);
    }

    [Fact]
    public async Task A_role_can_not_be_made_to_allow_more_than_the_own_ones()
    {
        var organization = await scene.OrganizationAsync();
        var role = await scene.RoleAsync(organization, PermissionNames.PermissionAssign, PermissionNames.RoleRead);
        var person = await scene.MemberAsync(organization);
        await scene.GiveAsync(person, role);
        var (own, foreign) = (await scene.PermissionAsync(PermissionNames.RoleRead), await scene.PermissionAsync(PermissionNames.UserDelete));

        (await person.Client.PostReplyAsync($"/api/v1/roles/{role}/permissions", new { permission_ids = new[] { own, foreign } })).With(403);

        (await person.Client.PostReplyAsync($"/api/v1/roles/{role}/permissions", new { permission_ids = new[] { own } })).With(200);
    }

    [Fact]
    public async Task A_role_that_allows_more_than_the_own_ones_can_not_be_switched_on()
    {
        var organization = await scene.OrganizationAsync();
        var asleep = await scene.RoleAsync(organization, PermissionNames.UserDelete);
        var person = await scene.MemberAsync(organization);
        await scene.GiveAsync(person, asleep, await scene.RoleAsync(organization, PermissionNames.RoleUpdate));
        (await scene.Admin.Client.PutReplyAsync($"/api/v1/roles/{asleep}", new { is_active = false })).With(200);
        await Eventually.SoAsync("sleep", async () => (await person.Client.DeleteReplyAsync($"/api/v1/users/{Guid.NewGuid()}")).Status == 403);

        (await person.Client.PutReplyAsync($"/api/v1/roles/{asleep}", new { is_active = true })).With(403);

        (await person.Client.PutReplyAsync($"/api/v1/roles/{asleep}", new { description = "asleep" })).With(200)["is_active"].ShouldBe("False");
    }

    [Fact]
    public async Task Who_may_not_give_a_role_may_not_take_it_either()
    {
        var organization = await scene.OrganizationAsync();
        var person = await scene.MemberWithAsync(organization, PermissionNames.RoleUpdate, PermissionNames.RoleDelete, PermissionNames.RoleAssign,
            PermissionNames.PermissionAssign);
        var (mighty, unused, modest) = (await scene.RoleAsync(organization, PermissionNames.UserDelete),
            await scene.RoleAsync(organization, PermissionNames.UserDelete),
            await scene.RoleAsync(organization, PermissionNames.RoleUpdate));
        var friend = await scene.MemberAsync(organization);
        await scene.GiveAsync(friend, mighty, modest);
        var permission = await scene.PermissionAsync(PermissionNames.UserDelete);
        var roles = (await scene.Admin.Client.GetReplyAsync($"/api/v1/roles?search=admin&size=100")).With(200).Json.GetProperty("items").EnumerateArray();
        var admin = roles.First(role => role.GetProperty("organization_id").ValueEquals(organization.Id)).GetProperty("id").GetString();

        foreach (var (method, path, body) in ((string, string, object?)[])
        [
            ("PUT", $"roles/{admin}", new { is_active = false }), ("PUT", $"roles/{mighty}", new { is_active = false }), ("DELETE", $"roles/{unused}", null),
            ("DELETE", $"roles/{mighty}/permissions", new { permission_ids = new[] { permission } }),
            ("POST", $"roles/{mighty}/permissions", new { permission_ids = Array.Empty<string>() }),
            ("DELETE", $"users/{friend.Id}/roles", new { role_ids = new[] { mighty } }),
            ("POST", $"users/{friend.Id}/roles", new { role_ids = new[] { modest } }),
        ])
            (await person.Client.CallAsync(new HttpMethod(method), $"/api/v1/{path}", body)).With(403)
                .Detail.ShouldBe("You can't grant or take permissions that you do not have yourself");

        (await person.Client.CallAsync(HttpMethod.Delete, $"/api/v1/users/{friend.Id}/roles", new { role_ids = new[] { modest } }))
            .With(200).Text.ShouldBe($"""["{mighty}"]""");
        (await person.Client.PutReplyAsync($"/api/v1/roles/{modest}", new { is_active = false })).With(200);
    }

    [Fact]
    public async Task Who_administers_an_organization_may_give_everything_in_it()
    {
        var organization = await scene.OrganizationAsync();
        var (owner, member) = (await scene.MemberAsync(organization), await scene.MemberAsync(organization));
        await scene.SetMembershipAsync(owner, organization, MembershipRole.Owner);
        var roles = (await owner.Client.GetReplyAsync("/api/v1/roles?search=admin")).With(200).Json.GetProperty("items");

        (await owner.Client.PostReplyAsync($"/api/v1/users/{member.Id}/roles", new { role_ids = new[] { roles[0].GetProperty("id").GetString() } })).With(200);

        (await CreateUserAsync(member)).With(201);
    }

    private static Task<Reply> CreateUserAsync(Person by)
    {
        var name = AuthXScene.NewName();
        return by.Client.PostReplyAsync("/api/v1/users", new { email = $"{name}@example.com", username = name, password = AuthXScene.Password });
    }
}
