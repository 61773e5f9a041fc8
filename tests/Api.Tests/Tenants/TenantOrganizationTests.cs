using System.Text.Json;

namespace ModuleX.Api.Tests.Tenants;

/// <summary>Document 4's organizations.</summary>
public sealed class TenantOrganizationTests(TenantsScene scene) : IClassFixture<TenantsScene>
{
    private const string Organizations = "/api/tenants/organizations/";

    [Fact]
    public async Task The_user_who_makes_one_is_named()
    {
        var admin = await scene.PersonAsync("admin");

        var made = await MakeAsync(admin, "Zürich & Sons 2");

        made.GetProperty("created_by").GetProperty("id").GetInt64().ShouldBe(admin.Number);
        (await scene.Root.DataAsync(Organizations + made.GetProperty("id").GetString())).GetRawText().ShouldBe(made.GetRawText());
        (await admin.CallAsync("GET", $"/api/organizations/{made.GetProperty("id").GetString()}")).With(200).Json.GetProperty("organization")
            .GetProperty("slug").GetString().ShouldBe("z-rich-sons-2");
    }

    [Fact]
    public async Task Names_are_unique_and_slugs_are_made_so()
    {
        var tenant = await scene.TenantAsync();
        var first = await MakeAsync(tenant.Admin, "My Organization");
        var second = await MakeAsync(tenant.Admin, "My-Organization!");

        (await tenant.Admin.CallAsync("POST", Organizations, new { name = "my organization" })).With(409);
        (await tenant.Admin.CallAsync("PUT", Organizations + IdOf(second), new { name = "My Organization" })).With(409);
        (await tenant.Admin.CallAsync("PUT", Organizations + IdOf(first), new { name = "My Organization", description = "The same" })).With(200);
        // Another tenant's names are its own.
        await MakeAsync((await scene.TenantAsync()).Admin, "My Organization");
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"name":""}""")]
    [InlineData("""{"name":"  "}""")]
    [InlineData("""{"name":null}""")]
    [InlineData("""{"name":5}""")]
    [InlineData("""{"name":"a","description":["b"]}""")]
    public async Task What_is_wrong_is_told(string body) => (await scene.Root.CallAsync("POST", Organizations, body)).With(400)["error"].ShouldNotBeEmpty();

    [Fact]
    public async Task A_name_has_at_most_100_characters()
    {
        (await scene.Root.CallAsync("POST", Organizations, new { name = new string('n', 101) })).With(400);
        await MakeAsync(scene.Root, new string('n', 100));
    }

    [Fact]
    public async Task People_see_their_own_and_admins_all()
    {
        var tenant = await scene.TenantAsync();
        var user = await scene.PersonAsync(by: tenant.Admin, domain: tenant.Domain);
        var made = await MakeAsync(tenant.Admin, "Hidden");

        (await NamesAsync(user)).ShouldBe(["Default"]);
        (await NamesAsync(tenant.Admin)).ShouldBe(["Default", "Hidden"]);
        (await user.CallAsync("GET", Organizations + IdOf(made))).With(404);
        (await scene.Root.CallAsync("GET", Organizations + IdOf(made))).With(404);
        (await scene.Root.CallAsync("DELETE", Organizations + IdOf(made))).With(404);
        (await user.CallAsync("POST", Organizations, new { name = "Mine" })).With(403);
        (await user.CallAsync("PUT", Organizations + IdOf(made), new { name = "Mine" })).With(403);
        (await user.CallAsync("DELETE", Organizations + IdOf(made))).With(403);
    }

    [Fact]
    public async Task The_default_one_stays_and_others_go()
    {
        var tenant = await scene.TenantAsync();
        var made = await MakeAsync(tenant.Admin, "Short-lived");
        var standard = (await tenant.Admin.DataAsync($"{Organizations}?search=default")).EnumerateArray().Single();
        standard.GetProperty("created_by").GetProperty("username").GetString().ShouldBe("system");

        (await tenant.Admin.CallAsync("DELETE", Organizations + IdOf(standard))).With(409)["error"]!.ShouldContain("default organization");
        (await tenant.Admin.CallAsync("DELETE", Organizations + IdOf(made))).With(200);
        (await tenant.Admin.CallAsync("GET", Organizations + IdOf(made))).With(404);
        await MakeAsync(tenant.Admin, "Short-lived");
    }

    private static async Task<JsonElement> MakeAsync(TenantPerson by, string name) =>
        (await by.CallAsync("POST", Organizations, new { name })).With(201).Json.GetProperty("data");

    private static async Task<List<string?>> NamesAsync(TenantPerson person) =>
        [.. (await person.DataAsync(Organizations)).EnumerateArray().Select(one => one.GetProperty("name").GetString())];

    private static string IdOf(JsonElement organization) => organization.GetProperty("id").GetString()!;
}
