using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.ModuleX;

namespace ModuleX.Api.Tests.Platform;

/// <summary>Status and activity of document 5.</summary>
public sealed class StatusTests : IAsyncLifetime
{
    private PlatformScene _scene = null!;

    private SignedIn Root => _scene.Root;

    public async Task InitializeAsync() => _scene = await PlatformScene.StartAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task Status_tells_the_start_the_modules_and_what_was_measured()
    {
        var anna = await _scene.AddPersonAsync("anna");
        (await Root.Client.PutReplyAsync("/api/modules/notes", new { enabled = false })).With(200);

        await Eventually.BecomesAsync(
            async () => (await StatusAsync()).GetProperty("performance").GetProperty("response_time").GetDouble() > 0, "response time of the requests before");
        var status = await StatusAsync();

        status.GetProperty("initialization").GetRawText().ShouldBe("""{"status":"completed","progress":100,"current_step":"ready"}""");
        status.GetProperty("modules").GetRawText().ShouldBe("""{"total":3,"active":2,"errors":0}""");
        status.GetProperty("performance").GetProperty("memory_usage").GetDouble().ShouldBeInRange(0.01, 100);
        status.GetProperty("performance").GetProperty("cpu_usage").GetDouble().ShouldBeInRange(0, 100);
        (await _scene.Server.Client.GetReplyAsync("/api/status")).With(401);
        (await anna.Client.GetReplyAsync("/api/status")).With(200).Json.TryGetProperty("warnings", out _).ShouldBeFalse("they are for admins of the platform");
        (await Root.Client.GetReplyAsync("/api/status")).With(200).Json.TryGetProperty("warnings", out _).ShouldBeFalse("a server in Development has none");

        async Task<JsonElement> StatusAsync() => (await anna.Client.GetReplyAsync("/api/status")).With(200).Json.GetProperty("status");
    }

    [Fact]
    public async Task A_manifest_with_problems_counts_as_an_error()
    {
        _scene.AddBrokenManifest("broken");

        await Eventually.BecomesAsync(
            async () => (await Root.Client.GetReplyAsync("/api/status")).With(200).Json.GetProperty("status").GetProperty("modules")
                .GetRawText() == """{"total":4,"active":3,"errors":1}""", "error of the manifest");
    }

    [Fact]
    public async Task A_person_sees_the_own_activity_and_an_admin_everybodys()
    {
        var (anna, ben) = (await _scene.AddPersonAsync("anna"), await _scene.AddPersonAsync("ben"));
        (await anna.Client.PostReplyAsync("/api/auth/manual",
            new { tool_name = "notes", credentials = new { token = Guid.NewGuid().ToString("N") } })).With(200);
        await _scene.LoginAsync("anna");
        await _scene.LoginAsync("ben");
        await Eventually.BecomesAsync(async () => (await ListAsync(anna, "type=tool_auth")).GetProperty("total").GetInt32() == 1, "record of the connection");

        var own = await ListAsync(anna, "");
        own.GetProperty("activities").EnumerateArray().ShouldAllBe(one => one.GetProperty("user_id").GetString() == anna.Id);
        own.GetProperty("activities").EnumerateArray().Select(one => one.GetProperty("type").GetString())
            .ShouldBe(["login", "tool_auth", "login", "other"], ignoreOrder: true, "users who register are signed in");
        (await ListAsync(Root, $"user_id={ben.Id}")).GetProperty("activities").EnumerateArray().Select(one => one.GetProperty("type").GetString())
            .ShouldBe(["login", "login", "other"], ignoreOrder: true);
        (await ListAsync(Root, "type=login")).GetProperty("total").GetInt32().ShouldBe(5);
        (await ListAsync(anna, $"user_id={anna.Id}")).GetProperty("total").GetInt32().ShouldBe(4);
        (await anna.Client.GetReplyAsync($"/api/activity?user_id={ben.Id}")).With(403).Json.GetProperty("error").GetProperty("code").GetString()
            .ShouldBe("PERMISSION_DENIED");
    }

    [Fact]
    public async Task Pages_and_days_cut_the_list_of_activities()
    {
        var anna = await _scene.AddPersonAsync("anna");
        for (var count = 0; count < 4; count++) await _scene.LoginAsync("anna");

        var second = await ListAsync(anna, "type=login&page=2&per_page=3");
        (second.GetProperty("total").GetInt32(), second.GetProperty("page").GetInt32(), second.GetProperty("per_page").GetInt32()).ShouldBe((5, 2, 3));
        second.GetProperty("activities").GetArrayLength().ShouldBe(2);
        (await ListAsync(anna, "end_date=2020-01-01")).GetProperty("total").GetInt32().ShouldBe(0);
        (await ListAsync(anna, "start_date=2020-01-01&type=login")).GetProperty("total").GetInt32().ShouldBe(5);
    }

    [Theory]
    [InlineData("per_page=101")]
    [InlineData("per_page=0")]
    [InlineData("page=0")]
    [InlineData("type=nonsense")]
    [InlineData("start_date=yesterday")]
    [InlineData("start_date=2027-01-02&end_date=2026-01-01")]
    public async Task Wrong_filters_are_told(string query) =>
        (await Root.Client.GetReplyAsync($"/api/activity?{query}")).With(400).Json.GetProperty("error").GetProperty("code").GetString()
            .ShouldBe("VALIDATION_ERROR");

    private static async Task<JsonElement> ListAsync(SignedIn person, string query) =>
        (await person.Client.GetReplyAsync($"/api/activity?{query}")).With(200).Json;
}
