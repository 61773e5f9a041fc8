using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>Document 1's dashboard of an organization's users.</summary>
public sealed class DashboardUserTests(OrganizationScene scene) : IClassFixture<OrganizationScene>
{
    [Fact]
    public async Task Users_are_searched_ordered_and_paged()
    {
        var id = await scene.AddOrganizationAsync();
        var owner = await scene.AddMemberAsync(id, "page-anna", "owner");
        foreach (var name in (string[])["page-berta", "page-clara"]) await scene.AddMemberAsync(id, name, "member");

        var listed = (
            await owner.Client.GetReplyAsync($"/api/dashboard/users?organization_id={id}&search=PAGE&status=active&sort_by=name&order=asc&page=2&limit=2"))
            .With(200).Json;

        var user = listed.GetProperty("users").EnumerateArray().ShouldHaveSingleItem();
        user.GetProperty("username").GetString().ShouldBe("page-clara");
        user.EnumerateObject().Select(field => field.Name)
            .ShouldBe(
                ["id", "email", "username", "avatar", "is_active", "created_at", "updated_at", "last_active_at", "tool_count", "active_tool_count",
                "total_logins"]);
        listed.EnumerateObject().Skip(3).Select(field => field.ToString()).ShouldBe(
            ["\"total\":3", "\"total_pages\":2", "\"current_page\":2", "\"limit\":2", "\"has_next\":false", "\"has_previous\":true"]);
    }

    [Theory]
    [InlineData("status=gone")]
    [InlineData("sort_by=password")]
    [InlineData("order=up")]
    [InlineData("limit=101")]
    [InlineData("page=0")]
    public async Task Wrong_parameters_are_refused(string query) =>
        (await scene.Root.Client.GetReplyAsync($"/api/dashboard/users?organization_id={await scene.DefaultAsync()}&{query}")).With(422);

    [Fact]
    public async Task Numbers_are_those_of_the_organization()
    {
        var id = await scene.AddOrganizationAsync();
        await scene.AddMemberAsync(id, "count-owner", "owner");
        await scene.AddMemberAsync(id, "count-member", "member");

        var numbers = (await GetAsync(scene.Root, id, "stats")).With(200).Json;

        numbers.GetProperty("organization_id").GetString().ShouldBe(id);
        numbers.GetProperty("data").ToString().ShouldBe(
            """{"total_users":2,"active_users":2,"inactive_users":0,"new_users_today":2,"active_percentage":100,"new_users_change":100}""");
        (await GetAsync(scene.Root, await scene.AddOrganizationAsync(), "stats")).Json.GetProperty("data").ToString().ShouldBe(
            """{"total_users":0,"active_users":0,"inactive_users":0,"new_users_today":0,"active_percentage":0,"new_users_change":0}""");
    }

    [Fact]
    public async Task Details_tell_of_logins_and_sessions()
    {
        var id = await scene.AddOrganizationAsync();
        var ann = await scene.AddMemberAsync(id, "detail-ann", "admin");

        var data = (await GetAsync(ann, id, ann.Id)).With(200).Json.GetProperty("data");

        data.GetProperty("session_count").GetInt32().ShouldBe(1);
        data.GetProperty("tools").GetArrayLength().ShouldBe(0);
        var session = data.GetProperty("sessions").EnumerateArray().ShouldHaveSingleItem();
        session.GetProperty("is_active").GetBoolean().ShouldBeTrue();
        session.GetProperty("ip_address").GetString().ShouldBe("127.0.0.1");
        var login = data.GetProperty("activities").EnumerateArray().Single(one => one.GetProperty("type").GetString() == "login");
        (login.GetProperty("description").GetString(), login.GetProperty("metadata").GetString(), login.GetProperty("success").ValueKind)
            .ShouldBe(("User login event", "IP: 127.0.0.1", JsonValueKind.True));
    }

    [Fact]
    public async Task Only_administrators_look_and_only_at_members()
    {
        var id = await scene.AddOrganizationAsync();
        var (admin, member, stranger) = (
            await scene.AddMemberAsync(id, "look-admin", "admin"), await scene.AddMemberAsync(id, "look-member", "member"),
            await scene.AddPersonAsync("look-stranger"));

        (await GetAsync(admin, id, member.Id)).With(200);
        (await GetAsync(admin, id, stranger.Id)).With(404);
        (await GetAsync(member, id, "stats")).With(403);
        (await GetAsync(stranger, id, "stats")).With(403);
        (await admin.Client.GetReplyAsync("/api/dashboard/users")).With(400);
    }

    private static Task<Reply> GetAsync(SignedIn by, string organization, string what) =>
        by.Client.CallAsync(HttpMethod.Get, $"/dashboard/users/{what}", null, ("X-Organization-ID", organization));
}
