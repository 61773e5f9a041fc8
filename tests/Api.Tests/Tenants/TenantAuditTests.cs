using System.Globalization;
using System.Text.Json;

namespace ModuleX.Api.Tests.Tenants;

/// <summary>Document 4's audit logs.</summary>
public sealed class TenantAuditTests(TenantsScene scene) : IClassFixture<TenantsScene>
{
    private const string Logs = "/api/tenants/audit-logs/";

    [Fact]
    public async Task The_admin_sees_what_everybody_did_in_the_documents_words()
    {
        var tenant = await scene.TenantAsync();
        var user = await scene.PersonAsync(by: tenant.Admin, domain: tenant.Domain);
        (await tenant.Admin.CallAsync("PUT", $"/api/tenants/users/{user.Number}/", new { first_name = "Ada" })).With(200);
        (await tenant.Admin.CallAsync("DELETE", $"/api/tenants/users/{user.Number}/")).With(200);

        var logs = await LogsAsync(tenant.Admin, "");

        logs.Take(4).Select(WordsOf)
            .ShouldBe([("DELETE", "USER", "admin"), ("UPDATE", "USER", "admin"), ("LOGIN", "USER", user.Username), ("CREATE", "USER", "admin")]);
        logs[1].GetProperty("resource_id").GetString().ShouldBe(user.Number.ToString(CultureInfo.InvariantCulture));
        logs[1].GetProperty("changes").GetProperty("first_name").GetProperty("to").GetString().ShouldBe("Ada");
        logs[2].GetProperty("changes").EnumerateObject().ShouldBeEmpty();
        logs[3].GetProperty("changes").GetProperty("password_hash").GetProperty("to").GetString().ShouldBe("***");
        logs[0].GetProperty("ip_address").GetString().ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task Others_see_their_own_only()
    {
        var (user, other) = (await scene.PersonAsync(), await scene.PersonAsync());

        (await LogsAsync(user, "")).Select(WordsOf).ShouldBe([("LOGIN", "USER", user.Username)]);
        (await LogsAsync(user, $"?user_id={other.Number}")).ShouldBeEmpty();
        (await LogsAsync(scene.Root, $"?user_id={other.Number}")).Select(WordsOf).ShouldBe([("LOGIN", "USER", other.Username)]);
    }

    [Fact]
    public async Task They_are_filtered_and_cut()
    {
        var tenant = await scene.TenantAsync();
        (await tenant.Admin.CallAsync("POST", "/api/tenants/organizations/", new { name = "One" })).With(201);
        (await scene.AskToLogInAsync("admin", "WrongPassword1!", tenant.Domain)).With(401);

        (await LogsAsync(tenant.Admin, "?action=create&resource_type=organization")).Select(WordsOf).ShouldBe([("CREATE", "ORGANIZATION", "admin")]);
        (await LogsAsync(tenant.Admin, "?action=LOGIN_FAILED")).Select(WordsOf).ShouldBe([("LOGIN_FAILED", "USER", "admin")]);
        (await LogsAsync(tenant.Admin, "?action=NOTHING")).ShouldBeEmpty();
        (await LogsAsync(tenant.Admin, "?per_page=1&page=2")).Select(WordsOf).ShouldBe([("CREATE", "ORGANIZATION", "admin")]);
        (await LogsAsync(tenant.Admin, "?end_date=2020-01-01")).ShouldBeEmpty();
        foreach (var query in (string[])["user_id=abc", "start_date=never", "start_date=2024-02-01&end_date=2024-01-01"]) (
            await tenant.Admin.CallAsync("GET", $"{Logs}?{query}")).With(400);
    }

    [Fact]
    public async Task A_tenants_making_is_told_in_both_logs_and_put_down_to_the_system()
    {
        var tenant = await scene.TenantAsync();

        (await LogsAsync(scene.Root, "?resource_type=tenant")).ShouldContain(entry => entry.GetProperty("resource_id").GetString() == tenant.Id);
        var own = (await LogsAsync(tenant.Admin, "?resource_type=tenant")).ShouldHaveSingleItem();
        own.GetProperty("user").GetRawText().ShouldBe("""{"username":"system"}""");
        own.GetProperty("ip_address").GetString().ShouldBeEmpty();
        (await tenant.Admin.DataAsync("/api/tenants/organizations/"))[0].GetProperty("created_by").GetRawText().ShouldBe("""{"id":0,"username":"system"}""");
    }

    private static async Task<List<JsonElement>> LogsAsync(TenantPerson person, string query) =>
        [.. (await person.DataAsync(Logs + query)).GetProperty("results").EnumerateArray()];

    private static (string?, string?, string?) WordsOf(JsonElement entry) => (
        entry.GetProperty("action").GetString(), entry.GetProperty("resource_type").GetString(),
        entry.GetProperty("user") is { ValueKind: JsonValueKind.Object } user ? user.GetProperty("username").GetString() : null);
}
