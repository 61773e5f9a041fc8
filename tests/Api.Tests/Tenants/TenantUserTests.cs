namespace ModuleX.Api.Tests.Tenants;

/// <summary>Document 4's users.</summary>
public sealed class TenantUserTests(TenantsScene scene) : IClassFixture<TenantsScene>
{
    private const string Users = "/api/tenants/users/";

    [Fact]
    public async Task Plain_users_see_only_themselves_and_admins_the_users_of_their_tenant()
    {
        var (user, tenant) = (await scene.PersonAsync(), await scene.TenantAsync());

        (await user.DataAsync(Users)).EnumerateArray().Single().GetProperty("id").GetInt64().ShouldBe(user.Number);
        (await user.DataAsync($"{Users}{user.Number}/")).GetProperty("role").GetString().ShouldBe("user");
        (await user.DataAsync($"{Users}?search={scene.Root.Username}&is_active=true")).EnumerateArray().ShouldBeEmpty();
        (await user.CallAsync("GET", $"{Users}{scene.Root.Number}/")).With(404);
        (await scene.Root.DataAsync($"{Users}?search={user.Username}&is_active=true")).EnumerateArray().Single().GetProperty("id").GetInt64()
            .ShouldBe(user.Number);
        (await tenant.Admin.DataAsync(Users)).EnumerateArray().Single().GetProperty("id").GetInt64().ShouldBe(tenant.Admin.Number);
        (await tenant.Admin.CallAsync("GET", $"{Users}{user.Number}/")).With(404);
        (await tenant.Admin.CallAsync("PUT", $"{Users}{user.Number}/", new { first_name = "Stolen" })).With(404);
        (await tenant.Admin.CallAsync("DELETE", $"{Users}{user.Number}/")).With(404);
    }

    [Fact]
    public async Task Lists_are_cut_by_page()
    {
        var tenant = await scene.TenantAsync();
        await scene.PersonAsync(by: tenant.Admin, domain: tenant.Domain);
        var last = await scene.PersonAsync(by: tenant.Admin, domain: tenant.Domain);

        (await tenant.Admin.DataAsync($"{Users}?page=1&per_page=1")).EnumerateArray().Single().GetProperty("id").GetInt64().ShouldBe(last.Number);
        (await tenant.Admin.DataAsync($"{Users}?page=3&per_page=1")).EnumerateArray().Single().GetProperty("id").GetInt64().ShouldBe(tenant.Admin.Number);
        (await tenant.Admin.DataAsync($"{Users}?page=4&per_page=1")).EnumerateArray().ShouldBeEmpty();
        foreach (var query in (string[])["page=0", "per_page=0", "per_page=101", "is_active=perhaps"]) (await tenant.Admin.CallAsync("GET",
            $"{Users}?{query}")).With(400)["status"].ShouldBe("failure");
    }

    [Fact]
    public async Task Only_admins_change_users()
    {
        var (user, other) = (await scene.PersonAsync(), await scene.PersonAsync());

        (await user.CallAsync("POST", Users, new { username = "x", email = "x@example.com", password = TenantsScene.Password })).With(403);
        (await user.CallAsync("PUT", $"{Users}{other.Number}/", new { first_name = "X" })).With(403);
        (await user.CallAsync("PUT", $"{Users}{user.Number}/", new { role = "admin" })).With(403);
        (await user.CallAsync("DELETE", $"{Users}{other.Number}/")).With(403);
        (await scene.CallAsync(null, "GET", Users)).With(401);
    }

    [Fact]
    public async Task What_is_left_out_stays()
    {
        var person = await scene.PersonAsync();
        var path = $"{Users}{person.Number}/";
        (await scene.Root.CallAsync("PUT", path, new { first_name = "Ada", last_name = "Lovelace", email = $"new-{person.Username}@example.com" })).With(200);

        var changed = (await scene.Root.CallAsync("PUT", path, new { last_name = "King" })).With(200).Json.GetProperty("data");

        (changed.GetProperty("first_name").GetString(), changed.GetProperty("last_name").GetString(), changed.GetProperty("role").GetString())
            .ShouldBe(("Ada", "King", "user"));
        (await scene.LogInAsync($"new-{person.Username}@example.com")).Number.ShouldBe(person.Number);
    }

    [Fact]
    public async Task A_new_password_is_hashed_and_ends_the_logins()
    {
        var person = await scene.PersonAsync();
        var password = $"Bb2!{Guid.NewGuid():N}";

        (await scene.Root.CallAsync("PUT", $"{Users}{person.Number}/", new { password })).With(200);

        await person.IsRefusedAsync();
        (await scene.AskToLogInAsync(person.Username, TenantsScene.Password)).With(401);
        await scene.LogInAsync(person.Username, password);
        (await scene.Root.CallAsync("PUT", $"{Users}{person.Number}/", new { password = "short" })).With(400);
    }

    [Fact]
    public async Task A_deleted_user_is_gone_its_address_is_free_and_the_audit_log_names_it()
    {
        var person = await scene.PersonAsync();

        (await scene.Root.CallAsync("DELETE", $"{Users}{person.Number}/"))
            .With(200).Text.ShouldBe("""{"status":"success","message":"User deleted","data":null}""");

        await person.IsRefusedAsync();
        foreach (var method in (string[])["GET", "DELETE"]) (await scene.Root.CallAsync(method, $"{Users}{person.Number}/")).With(404);
        (await scene.Root.CallAsync("PUT", $"{Users}{person.Number}/", new { is_active = true })).With(404);
        (await scene.Root.DataAsync($"{Users}?per_page=100")).EnumerateArray().ShouldNotContain(one => one.GetProperty("id").GetInt64() == person.Number);
        (await scene.AskToLogInAsync(person.Username, TenantsScene.Password)).With(401);
        var logs = (await scene.Root.DataAsync("/api/tenants/audit-logs/?action=LOGIN&per_page=100")).GetProperty("results").EnumerateArray();
        logs.ShouldContain(entry => entry.GetProperty("user").GetProperty("username").ValueEquals(person.Username));

        var again = await scene.PersonAsync(name: person.Username);
        again.Number.ShouldNotBe(person.Number);
        (await again.DataAsync("/api/tenants/audit-logs/")).GetProperty("results").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Names_are_unique_in_the_tenant()
    {
        var (one, other) = (await scene.PersonAsync(), await scene.PersonAsync());

        (await scene.Root.CallAsync(
            "POST", Users, new { username = one.Username.ToUpperInvariant(), email = "new@example.com", password = TenantsScene.Password })).With(409);
        (await scene.Root.CallAsync(
            "POST", Users, new { username = TenantsScene.NewName(), email = $"{one.Username}@example.com", password = TenantsScene.Password })).With(409);
        (await scene.Root.CallAsync("PUT", $"{Users}{other.Number}/", new { username = one.Username })).With(409);
        (await scene.Root.CallAsync("PUT", $"{Users}{other.Number}/", new { email = $"{one.Username}@example.com" })).With(409);
    }

    [Fact]
    public async Task Users_with_a_higher_role_can_not_be_changed()
    {
        var admin = await scene.PersonAsync("admin");

        (await admin.CallAsync("PUT", $"{Users}{scene.Root.Number}/", new { password = TenantsScene.Password })).With(403);
        (await admin.CallAsync("PUT", $"{Users}{scene.Root.Number}/", new { role = "user" })).With(403);
        (await admin.CallAsync("DELETE", $"{Users}{scene.Root.Number}/")).With(403);
        (await scene.PersonAsync("admin", by: admin)).Number.ShouldBePositive();
    }

    [Fact]
    public async Task The_last_super_admin_stays_one()
    {
        var tenant = await scene.TenantAsync();
        var self = $"{Users}{tenant.Admin.Number}/";

        (await tenant.Admin.CallAsync("PUT", self, new { role = "user" })).With(409);
        (await tenant.Admin.CallAsync("PUT", self, new { is_active = false })).With(409);
        (await tenant.Admin.CallAsync("DELETE", self)).With(409);
        // The word that a super admin has on this wire changes nothing about one.
        (await tenant.Admin.CallAsync("PUT", self, new { role = "admin", first_name = "Root" })).With(200);
        (await tenant.Admin.CallAsync("GET", "/api/system/validate-auth")).With(200)["user_role"].ShouldBe("SUPER_ADMIN");
    }

    [Theory]
    [InlineData("""{"username":"a","email":"a@example.com"}""")]
    [InlineData("""{"username":"a","email":"no address","password":"Aa1!aaaaaaaa"}""")]
    [InlineData("""{"username":null,"email":"a@example.com","password":"Aa1!aaaaaaaa"}""")]
    [InlineData("""{"username":"a","email":"a@example.com","password":"Aa1!aaaaaaaa","role":"owner"}""")]
    [InlineData("""{"username":"a","email":"a@example.com","password":"Aa1!aaaaaaaa","role":null}""")]
    [InlineData("""{"username":"a","email":"a@example.com","password":"short"}""")]
    [InlineData("""{"username":"a","email":"a@example.com","password":"Aa1!aaaaaaaa","first_name":7}""")]
    public async Task What_is_wrong_with_a_new_user_is_told(string body) =>
        (await scene.Root.CallAsync("POST", Users, body)).With(400)["error"].ShouldNotBeEmpty();

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task An_id_that_is_none_is_refused_or_not_there(string method)
    {
        (await scene.Root.CallAsync(method, $"{Users}9007199254740991/")).With(404);
        (await scene.Root.CallAsync(method, $"{Users}abc/")).Status.ShouldBeOneOf(400, 404);
        (await scene.Root.CallAsync(method, $"{Users}99999999999999999999999/")).Status.ShouldBeOneOf(400, 404);
    }
}
