using ModuleX.Api.Tests.Fixtures;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;

namespace ModuleX.Api.Tests.AuthX;

/// <summary>Document 3's permissions.</summary>
public sealed class PermissionTests(AuthXScene scene) : IClassFixture<AuthXScene>
{
    [Fact]
    public async Task Everybody_sees_the_permissions_by_resource()
    {
        var person = await scene.MemberWithAsync(await scene.OrganizationAsync());

        var grouped = (await person.Client.GetReplyAsync("/api/v1/permissions/grouped?search=&resource=user&action=")).With(200);

        var group = grouped.Json.GetProperty("permissions_by_resource").EnumerateArray().ShouldHaveSingleItem();
        group.GetProperty("resource").GetString().ShouldBe("user");
        group.GetProperty("permissions").EnumerateArray().Select(one => one.GetProperty("name").GetString())
            .ShouldBe(["user:create", "user:delete", "user:read", "user:update"]);
        grouped["total_count"].ShouldBe("4");
        var first = group.GetProperty("permissions")[0];
        first.EnumerateObject().Select(member => member.Name).ShouldBe(["id", "name", "description", "resource", "action", "created_at", "updated_at"]);
        (await person.Client.GetReplyAsync($"/api/v1/permissions/{first.GetProperty("id")}")).With(200).Text.ShouldBe(first.ToString());
        (await person.Client.GetReplyAsync("/api/v1/permissions/grouped?action=assign")).With(200)["total_count"].ShouldBe("3");
        (await person.Client.GetReplyAsync($"/api/v1/permissions/{Guid.NewGuid()}")).With(404);
        (await scene.Anyone.GetReplyAsync("/api/v1/permissions/grouped")).With(401);
    }

    [Fact]
    public async Task Only_super_admins_change_permissions()
    {
        var admin = await scene.MemberAsync(await scene.OrganizationAsync());
        await scene.SetRoleAsync(admin, SystemRole.Admin);
        var id = await scene.PermissionAsync(PermissionNames.AuditRead);

        (await admin.Client.PostReplyAsync("/api/v1/permissions", new { name = "a:b", resource = "a", action = "b" })).With(403);
        (await admin.Client.PutReplyAsync($"/api/v1/permissions/{id}", new { description = "x" })).With(403);
        (await admin.Client.DeleteReplyAsync($"/api/v1/permissions/{id}")).With(403);
    }

    [Fact]
    public async Task A_permission_is_made_and_changed()
    {
        var made = (
            await scene.Admin.Client.PostReplyAsync(
                "/api/v1/permissions", new { name = "report:print", description = "Print reports", resource = "report", action = "print" })).With(201);
        (await scene.Admin.Client.PostReplyAsync("/api/v1/permissions", new { name = "report:print", resource = "x", action = "y" })).With(409);
        (await scene.Admin.Client.PostReplyAsync("/api/v1/permissions", new { name = "x:y", resource = "report", action = "print" })).With(409);

        var changed = (await scene.Admin.Client.PutReplyAsync($"/api/v1/permissions/{made["id"]}", new { name = "report:send", action = "send" })).With(200);

        (changed["name"], changed["description"], changed["resource"], changed["action"]).ShouldBe(("report:send", "Print reports", "report", "send"));
        (await scene.Admin.Client.PutReplyAsync($"/api/v1/permissions/{made["id"]}", new { name = PermissionNames.UserRead })).With(409);
        (await scene.Admin.Client.PostReplyAsync("/api/v1/permissions", new { name = "a:b" })).With(422).Json.GetProperty("detail").EnumerateArray()
            .Select(problem => problem.GetProperty("loc")[1].GetString()).ShouldBe(["resource", "action"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_deleted_permission_is_lost_to_all_who_had_it()
    {
        var made = (await scene.Admin.Client.PostReplyAsync("/api/v1/permissions", new { name = "ship:sail", resource = "ship", action = "sail" })).With(201);
        var person = await scene.MemberWithAsync(await scene.OrganizationAsync(), PermissionNames.UserRead, "ship:sail");
        Task<Reply> OwnAsync() => person.Client.GetReplyAsync($"/api/v1/users/{person.Id}/permissions");
        (await OwnAsync()).With(200).Text.ShouldContain("ship:sail");

        (await scene.Admin.Client.DeleteReplyAsync($"/api/v1/permissions/{made["id"]}")).With(200)["status"].ShouldBe("success");

        (await OwnAsync()).With(200).Text.ShouldNotContain("ship:sail");
        (await scene.Admin.Client.DeleteReplyAsync($"/api/v1/permissions/{made["id"]}")).With(404);
    }

    [Fact]
    public async Task A_renamed_permission_opens_nothing_under_its_old_name()
    {
        var person = await scene.MemberWithAsync(await scene.OrganizationAsync(), PermissionNames.RoleRead);
        (await person.Client.GetReplyAsync("/api/v1/roles")).With(200);
        var id = await scene.PermissionAsync(PermissionNames.RoleRead);

        (await scene.Admin.Client.PutReplyAsync($"/api/v1/permissions/{id}", new { name = "role:look" })).With(200);

        await Eventually.SoAsync("refusal", async () => (await person.Client.GetReplyAsync("/api/v1/roles")).Status == 403);
        (await scene.Admin.Client.PutReplyAsync($"/api/v1/permissions/{id}", new { name = PermissionNames.RoleRead })).With(200);
    }
}
