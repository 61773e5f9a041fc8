using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.AuthX;

public sealed class AuditTests : IAsyncLifetime
{
    private const string Audit = "/api/v1/audit";

    private LocationScene _scene = null!;

    public async Task InitializeAsync() => _scene = await LocationScene.StartAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task Who_may_read_records_sees_those_of_the_organization_and_super_admins_all()
    {
        await LocationScene.AddLocationAsync(_scene.Boss, "HQ");
        await LocationScene.AddLocationAsync(_scene.Rival, "HQ");

        var own = (await _scene.Ann.Client.GetReplyAsync($"{Audit}/logs?page=1&size=50&user_id=&action=&resource=&status=")).With(200);
        var organizations = own.Json.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("organization_id").GetString()).Distinct();
        organizations.ShouldBe([_scene.Ann.Organization.ToString()]);
        own.Json.GetProperty("items")[0].EnumerateObject().Select(field => field.Name).ShouldBe(
            ["id", "user_id", "organization_id", "action", "resource", "resource_id", "ip_address", "user_agent", "details", "status", "created_at",
                "updated_at"]);
        (await _scene.Root.Client.GetReplyAsync($"{Audit}/logs?action=location_created")).With(200)["total"].ShouldBe("2");
    }

    [Fact]
    public async Task Records_are_filtered()
    {
        await LocationScene.AddLocationAsync(_scene.Boss, "HQ");
        var today = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd");

        (await Total($"?user_id={_scene.Boss.User}&resource=location")).ShouldBe("1");
        (await Total("?status=failure")).ShouldBe("0");
        (await Total($"?action=location_created&start_date={DateTimeOffset.UtcNow.AddDays(-1):yyyy-MM-dd}&end_date={today}"))
            .ShouldBe("1", "an end without a time is that whole day");
        (await Total($"?end_date={DateTimeOffset.UtcNow.AddDays(-2):yyyy-MM-dd}")).ShouldBe("0");
        (await _scene.Boss.Client.GetReplyAsync($"{Audit}/logs?start_date=2025-02-01&end_date=2025-01-01&status=odd&user_id=1"))
            .With(422).Json.GetProperty("detail").GetArrayLength().ShouldBe(3);

        async Task<string?> Total(string query) => (await _scene.Boss.Client.GetReplyAsync($"{Audit}/logs{query}")).With(200)["total"];
    }

    [Fact]
    public async Task No_record_ever_has_a_password()
    {
        (await _scene.Root.Client.GetReplyAsync($"{Audit}/export?format=json")).With(200).Text.ShouldNotContain(LocationScene.Password);
        (await _scene.Modulex.StopAndReadDatabaseAsync()).ShouldNotContain(LocationScene.Password);
    }

    [Fact]
    public async Task Activity_is_told_to_oneself_and_as_far_as_the_records_are()
    {
        await LocationScene.AddLocationAsync(_scene.Boss, "HQ");
        var newcomer = await _scene.AddWithoutRolesAsync("nobody", _scene.Boss.Organization);

        var own = (await newcomer.Client.GetReplyAsync($"{Audit}/user/{newcomer.User}/activity")).With(200);
        (own["period_days"], own["total_activities"]).ShouldBe(("30", "2"));
        own.Json.GetProperty("activities_by_action").EnumerateObject().Select(pair => pair.Name).ShouldBe(["login_success", "user_register"]);
        own.Json.GetProperty("activities_by_status").GetProperty("success").GetInt32().ShouldBe(2);
        (await newcomer.Client.GetReplyAsync($"{Audit}/user/{_scene.Boss.User}/activity")).With(403);
        (await _scene.Ann.Client.GetReplyAsync($"{Audit}/user/{_scene.Boss.User}/activity?days=1")).With(200).Json.GetProperty("activities_by_action")
            .GetProperty("location_created").GetInt32().ShouldBe(1);
        (await _scene.Spy.Client.GetReplyAsync($"{Audit}/user/{_scene.Boss.User}/activity")).With(404).Detail.ShouldBe("User not found");
        (await _scene.Root.Client.GetReplyAsync($"{Audit}/user/{_scene.Root.User}/activity")).With(200)["last_login"]!.ShouldEndWith("Z");
        (await newcomer.Client.GetReplyAsync($"{Audit}/user/{newcomer.User}/activity?days=366")).With(422);
    }

    [Fact]
    public async Task Statistics_are_those_of_one_organization()
    {
        await LocationScene.AddLocationAsync(_scene.Boss, "HQ");
        (await _scene.Modulex.Client.PostReplyAsync("/api/auth/login", new { email = "ann@example.com", password = "wrong" })).With(401);

        var stats = (await _scene.Boss.Client.GetReplyAsync($"{Audit}/organization/{_scene.Boss.Organization}/stats?days=30")).With(200);

        // Made; two registrations with their logins; one location; one failed login.
        (stats["total_activities"], stats["active_users"], stats["failed_activities"], stats["success_rate"]).ShouldBe(("7", "2", "1", "85.7"));
        stats.Json.GetProperty("activities_by_resource").GetRawText().ShouldBe("""{"user":5,"location":1,"organization":1}""");
        (await _scene.Boss.Client.GetReplyAsync($"{Audit}/organization/{_scene.Rival.Organization}/stats")).With(404).Detail.ShouldBe("Organization not found");
        (await _scene.Root.Client.GetReplyAsync($"{Audit}/organization/{_scene.Rival.Organization}/stats")).With(200);
        (await _scene.Root.Client.GetReplyAsync($"{Audit}/organization/{Guid.NewGuid()}/stats")).With(404);
    }

    [Fact]
    public async Task The_csv_export_is_quoted_defused_and_recorded()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/locations")
            { Content = new StringContent("""{"name":"x","code":"HQ"}""", null, "application/json") };
        request.Headers.TryAddWithoutValidation("User-Agent", "=HYPERLINK(\"http://evil\",\"a\")");
        (await _scene.Boss.Client.ReplyAsync(request)).With(201);

        using var response = await _scene.Boss.Client.GetAsync(
            new Uri($"{Audit}/export?format=csv&start_date=2025-01-01&end_date=2099-12-31", UriKind.Relative));
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");

        ((int)response.StatusCode).ShouldBe(200);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileName!.ShouldEndWith(".csv");
        lines[0].ShouldBe("id,user_id,organization_id,action,resource,resource_id,ip_address,user_agent,details,status,created_at,updated_at");
        lines[1].ShouldContain(",audit_exported,audit,,127.0.0.1,");
        lines[1].ShouldContain("""
            "{""format"":""csv"",""since"":""2025-01-01T00:00:00.000Z"",""until"":""2100-01-01T00:00:00.000Z""}"
            """);
        lines[2].ShouldContain(",location_created,");
        lines[2].ShouldContain(",\"'=HYPERLINK(\"\"http://evil\"\",\"\"a\"\")\",");
        lines[^1].ShouldBeEmpty();
    }

    [Fact]
    public async Task The_json_export_is_one_array_of_the_lists_items()
    {
        await LocationScene.AddLocationAsync(_scene.Boss, "HQ");

        var reply = (await _scene.Boss.Client.GetReplyAsync($"{Audit}/export?format=json&resource=location")).With(200);

        reply.ContentType.ShouldBe("application/json");
        reply.Json.ValueKind.ShouldBe(JsonValueKind.Array);
        reply.Json.GetRawText().ShouldBe((await _scene.Boss.Client.GetReplyAsync($"{Audit}/logs?resource=location")).Json.GetProperty("items").GetRawText());
        (await _scene.Boss.Client.GetReplyAsync($"{Audit}/logs?action=audit_exported")).With(200)["total"].ShouldBe("1");
    }

    [Fact]
    public async Task A_member_of_an_organization_with_open_registration_sees_its_own_records_alone()
    {
        await LocationScene.AddLocationAsync(_scene.Boss, "HQ");
        var newcomer = await _scene.AddWithoutRolesAsync("nobody", _scene.Boss.Organization);

        foreach (var path in (string[])["logs", "export?format=json"])
        {
            var entries = EntriesOf((await newcomer.Client.GetReplyAsync($"{Audit}/{path}")).With(200));
            entries.ShouldNotBeEmpty();
            entries.ShouldAllBe(entry => entry.GetProperty("user_id").GetString() == newcomer.User.ToString());
            (await newcomer.Client.GetReplyAsync($"{Audit}/{path}{(path.Contains('?') ? '&' : '?')}user_id={_scene.Boss.User}")).With(403);
        }
        (await newcomer.Client.GetReplyAsync($"{Audit}/user/{_scene.Boss.User}/activity")).With(403);
        (await newcomer.Client.GetReplyAsync($"{Audit}/organization/{newcomer.Organization}/stats")).With(200)["active_users"].ShouldBe("3");
    }

    [Fact]
    public async Task A_member_of_a_closed_organization_sees_all_records_and_no_addresses_of_others()
    {
        await LocationScene.AddLocationAsync(_scene.Boss, "HQ");
        var newcomer = await _scene.AddWithoutRolesAsync("nobody", _scene.Boss.Organization);
        (await _scene.Root.Client.PutReplyAsync($"/api/organizations/{newcomer.Organization}", new { settings = new { } })).With(200);
        (await _scene.Modulex.Client.PostReplyAsync("/api/v1/auth/login", new { email = "nobody@example.com", password = LocationScene.Password })).With(200);

        foreach (var path in (string[])["logs?size=100", "export?format=json"])
        {
            var entries = EntriesOf((await newcomer.Client.GetReplyAsync($"{Audit}/{path}")).With(200))
                .ToLookup(entry => entry.GetProperty("user_id").GetString() == newcomer.User.ToString());
            entries[false].ShouldContain(entry => entry.GetProperty("action").ValueEquals("location_created"));
            foreach (var field in (string[])["ip_address", "user_agent"]) entries[false]
                .ShouldAllBe(entry => entry.GetProperty(field).ValueKind == JsonValueKind.Null);
            entries[true].ShouldContain(entry => entry.GetProperty("ip_address").ValueEquals("127.0.0.1"));
        }
        (await newcomer.Client.GetReplyAsync($"{Audit}/user/{_scene.Boss.User}/activity")).With(200)["total_activities"].ShouldNotBe("0");
    }

    [Fact]
    public async Task An_export_has_a_known_format() => (await _scene.Boss.Client.GetReplyAsync($"{Audit}/export?format=xml")).With(422);

    private static List<JsonElement> EntriesOf(Reply reply) =>
        [.. (reply.Json.ValueKind == JsonValueKind.Array ? reply.Json : reply.Json.GetProperty("items")).EnumerateArray()];
}
