using System.Globalization;
using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>The numbers of analytics beside those that were worked out by hand from the scene.</summary>
public sealed class AnalyticsTests(AnalyticsScene scene) : IClassFixture<AnalyticsScene>
{
    private const double Tolerance = 0.016;

    [Fact]
    public async Task Response_times_and_errors_are_those_of_the_requests()
    {
        var data = await ReadAsync(
            "performance?period=24h", "performance_analytics",
            found => EndpointOf(found, "/made/up") is { ValueKind: JsonValueKind.Object } row && row.GetProperty("calls").GetInt32() == 10);

        // 10 + 20 + ... + 100 over ten.
        var endpoint = EndpointOf(data, "/made/up");
        endpoint.GetProperty("avg_time").GetDouble().ShouldBe(55);
        endpoint.GetProperty("errors").GetInt32().ShouldBe(3);
        var hour = RowAt(data.GetProperty("api_response_times"), "time", AnalyticsScene.Now.AddHours(-2).ToString("HH:mm", CultureInfo.InvariantCulture));
        hour.GetProperty("p50").GetDouble().ShouldBe(50, 50 * Tolerance);
        hour.GetProperty("p95").GetDouble().ShouldBe(100, 100 * Tolerance);
        hour.GetProperty("p99").GetDouble().ShouldBe(100, 100 * Tolerance);
        data.GetProperty("uptime").GetProperty("value").GetDouble().ShouldBeInRange(0, 100);
        data.GetProperty("system_metrics").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task One_metric_alone_can_be_asked_for()
    {
        var data = await ReadAsync("performance?metric=error_rate", "performance_analytics");

        data.EnumerateObject().Select(member => member.Name).ShouldBe(["error_rate"]);
        (await scene.GetAsync(scene.Ann, "/api/dashboard/analytics/performance?metric=mood")).With(422);
    }

    [Fact]
    public async Task Executions_are_counted_and_compared_with_the_day_before()
    {
        var data = await ReadAsync("tools?period=24h", "tool_analytics", found => Value(found, "tool_executions") == 6);

        // Six against ten; five of six went well; (4 x 100 + 300 + 100) / 6 ms against 200 ms.
        Measured(data, "tool_executions").ShouldBe((6, -40, "decrease"));
        Measured(data, "success_rate").ShouldBe((83.33, -16.67, "decrease"));
        Measured(data, "avg_execution_time").ShouldBe((133.33, -33.33, "decrease"));
        var github = RowAt(data.GetProperty("top_tools"), "id", "github");
        (github.GetProperty("usage").GetInt32(), github.GetProperty("users").GetInt32(), github.GetProperty("successRate").GetDouble(),
            github.GetProperty("trend").GetString()).ShouldBe((5, 2, 80, "down"));
        var slack = RowAt(data.GetProperty("top_tools"), "id", "slack");
        (slack.GetProperty("name").GetString(), slack.GetProperty("usage").GetInt32(), slack.GetProperty("trend").GetString()).ShouldBe(("Slack", 1, "up"));
    }

    [Fact]
    public async Task Seven_days_hold_both_days()
    {
        var data = await ReadAsync("tools?period=7d", "tool_analytics", found => Value(found, "tool_executions") == 16);

        Measured(data, "tool_executions").ShouldBe((16, 100, "increase"));
    }

    [Fact]
    public async Task A_category_leaves_other_tools_out()
    {
        var category = (await scene.GetAsync(scene.Ann, "/api/integrations/available")).With(200).Json.GetProperty("tools").EnumerateArray()
            .Single(tool => tool.GetProperty("name").GetString() == "slack").GetProperty("categories")[0].GetString();

        var data = await ReadAsync(
            $"tools?period=24h&category={Uri.EscapeDataString(category!)}", "tool_analytics", found => Value(found, "tool_executions") > 0);

        data.GetProperty("top_tools").EnumerateArray().Select(tool => tool.GetProperty("id").GetString()).ShouldBe(["slack"]);
    }

    [Fact]
    public async Task Who_was_active_and_used_how_many_tools_is_known()
    {
        var data = await ReadAsync("users?period=24h&group_by=hour", "user_analytics", found => found.GetProperty("top_users").GetArrayLength() > 1);

        // Ann and Ben joined just now; the caller of this request is active, too.
        data.GetProperty("total_users").GetInt32().ShouldBe(2);
        Measured(data, "new_users").ShouldBe((2, 100, "increase"));
        Value(data, "active_users").ShouldBeGreaterThanOrEqualTo(2);
        var first = data.GetProperty("top_users")[0];
        (first.GetProperty("id").GetString(), first.GetProperty("tools_used").GetInt32()).ShouldBe((scene.Ann.Id, 2));
        RowAt(data.GetProperty("top_users"), "id", scene.Ben.Id).GetProperty("tools_used").GetInt32().ShouldBe(1);
        data.GetProperty("user_growth").GetArrayLength().ShouldBe(24);
        data.GetProperty("user_growth")[23].GetProperty("total_users").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("day", 8)]
    [InlineData("week", 2)]
    public async Task Growth_is_cut_as_it_is_asked_for(string step, int rows)
    {
        var data = await ReadAsync($"users?period=7d&group_by={step}", "user_analytics");

        var growth = data.GetProperty("user_growth").EnumerateArray().ToList();
        growth.Count.ShouldBeInRange(rows - 1, rows);
        growth.Sum(row => row.GetProperty("new_users").GetInt32()).ShouldBe(2);
    }

    [Fact]
    public async Task The_security_score_follows_its_rules()
    {
        var data = await ReadAsync(
            "security?period=24h", "security_analytics", found => Value(found, "failed_logins") == 2 && Value(found, "suspicious_activities") == 1);

        // Two of ten logins failed: 80. One suspicious event: 90. Two against four before.
        Measured(data, "failed_logins").ShouldBe((2, -50, "decrease"));
        var parts = data.GetProperty("security_score_breakdown").EnumerateArray()
            .ToDictionary(part => part.GetProperty("subject").GetString()!, part => part.GetProperty("score").GetInt32());
        parts["Authentication"].ShouldBe(80);
        parts["Credentials"].ShouldBe(100);
        parts["Threats"].ShouldBe(90);
        var expected = (int)Math.Round(((80 * 3) + (parts["Authorization"] * 2) + (100 * 2) + (90 * 3)) / 10.0, MidpointRounding.AwayFromZero);
        data.GetProperty("security_score").GetInt32().ShouldBe(expected);
        var hour = RowAt(data.GetProperty("security_events"), "time", AnalyticsScene.Now.AddHours(-3).ToString("HH:mm", CultureInfo.InvariantCulture));
        (hour.GetProperty("login_attempts").GetInt32(), hour.GetProperty("failed_logins").GetInt32(),
            hour.GetProperty("suspicious_activity").GetInt32()).ShouldBe((10, 2, 0));
    }

    [Fact]
    public async Task One_type_of_event_can_be_asked_for()
    {
        var data = await ReadAsync(
            "security?period=24h&event_type=token_reuse", "security_analytics", found => found.GetProperty("recent_security_events").GetArrayLength() > 0);

        data.GetProperty("recent_security_events").EnumerateArray().ShouldAllBe(one => one.GetProperty("type").GetString() == "token_reuse");
        data.GetProperty("security_events").EnumerateArray().Sum(row => row.GetProperty("login_attempts").GetInt32()).ShouldBe(0);
        (await scene.GetAsync(scene.Ann, "/api/dashboard/analytics/security?event_type=rain")).With(422);
    }

    [Fact]
    public async Task The_overview_has_a_row_a_day_and_the_alert()
    {
        var data = await ReadAsync(
            "overview?period=7d", "overview",
            found => found.GetProperty("recent_alerts").GetArrayLength() > 0
            && found.GetProperty("tool_usage").EnumerateArray().Sum(row => row.GetProperty("executions").GetInt32()) == 16);

        data.GetProperty("total_users").GetInt32().ShouldBe(2);
        data.GetProperty("recent_alerts")[0].GetProperty("severity").GetString().ShouldBe("critical");
        data.GetProperty("user_growth").EnumerateArray().Last().GetProperty("users").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("overview")]
    [InlineData("users")]
    [InlineData("tools")]
    [InlineData("performance")]
    [InlineData("security")]
    public async Task Members_are_refused_and_unknown_periods_told(string part)
    {
        (await scene.GetAsync(scene.Ben, $"/api/dashboard/analytics/{part}")).With(403);
        (await scene.GetAsync(scene.Ann, $"/api/dashboard/analytics/{part}?period=1y")).With(422);
        (await scene.GetAsync(scene.Ann, $"/api/dashboard/analytics/{part}?period=90d")).With(200);
    }

    [Fact]
    public async Task Logs_of_all_kinds_are_one_list_with_pages()
    {
        await Eventually.BecomesAsync(
            async () => (await LogsAsync("log_type=business"))["pagination"]!.Contains("\"total_count\":16"), "the records are written");

        var all = (await LogsAsync("limit=1000")).Json;
        var kinds = all.GetProperty("logs").EnumerateArray().Select(log => log.GetProperty("log_type").GetString()).Distinct().ToList();
        kinds.ShouldBeSubsetOf(["request", "security", "business", "error", "system", "audit"]);
        kinds.ShouldContain("audit");
        var times = all.GetProperty("logs").EnumerateArray().Select(log => log.GetProperty("timestamp").GetString()).ToList();
        times.ShouldBe(times.OrderDescending());
        var first = (await LogsAsync("log_type=business&limit=10")).Json;
        var second = (await LogsAsync("log_type=business&limit=10&offset=10")).Json;
        (first.GetProperty("pagination").GetProperty("has_next").GetBoolean(), second.GetProperty("logs").GetArrayLength(),
            second.GetProperty("pagination").GetProperty("has_next").GetBoolean()).ShouldBe((true, 6, false));
        first.GetProperty("logs").EnumerateArray().Concat(second.GetProperty("logs").EnumerateArray())
            .Select(log => log.GetProperty("id").GetString()).Distinct().Count().ShouldBe(16);
        var failed = (await LogsAsync("log_type=business&level=warning")).Json;
        failed.GetProperty("pagination").GetProperty("total_count").GetInt32().ShouldBe(1);
        failed.GetProperty("filters").GetProperty("level").GetString().ShouldBe("WARNING");
        var security = (await LogsAsync("log_type=security&level=WARNING")).Json.GetProperty("logs")[0];
        security.GetProperty("category").GetString().ShouldBe("Security");
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("offset=-1")]
    [InlineData("log_type=rumour")]
    [InlineData("level=loud")]
    [InlineData("start_date=yesterday")]
    [InlineData("start_date=2027-01-02&end_date=2027-01-01T00:00:00Z")]
    public async Task A_wrong_filter_of_logs_is_told(string query) => (await LogsAsync(query)).With(422);

    [Fact]
    public async Task The_organization_at_a_glance()
    {
        await Eventually.BecomesAsync(async () => (await StatisticsAsync()).GetProperty("api_calls_today").GetInt32() > 0, "calls are counted");

        var stats = await StatisticsAsync();
        stats.GetProperty("total_members").GetInt32().ShouldBe(2);
        stats.GetProperty("total_tool_authenticated").GetInt32().ShouldBe(0);
        stats.GetProperty("system_health").GetString().ShouldBeOneOf("healthy", "degraded", "unhealthy");
    }

    private async Task<JsonElement> StatisticsAsync() => (await scene.GetAsync(scene.Ben, "/api/dashboard/stats")).With(200).Json.GetProperty("stats");

    private Task<Reply> LogsAsync(string query) => scene.GetAsync(scene.Ann, $"/api/dashboard/logs?{query}");

    /// <summary>Asks until what was written is there: records are written a moment after they are made.</summary>
    private async Task<JsonElement> ReadAsync(string path, string member, Func<JsonElement, bool>? isThere = null)
    {
        JsonElement data = default;
        await Eventually.BecomesAsync(
            async () =>
            {
                data = (await scene.GetAsync(scene.Ann, $"/api/dashboard/analytics/{path}")).With(200).Json.GetProperty("data").GetProperty(member);
                return isThere is null || isThere(data);
            },
            $"{path} shows what was written");
        return data;
    }

    private static JsonElement EndpointOf(JsonElement data, string path) => RowAt(data.GetProperty("endpoint_performance"), "endpoint", path);

    private static JsonElement RowAt(JsonElement rows, string member, string value) =>
        rows.EnumerateArray().FirstOrDefault(row => row.GetProperty(member).GetString() == value);

    private static double Value(JsonElement data, string member) => data.GetProperty(member).GetProperty("value").GetDouble();

    private static (double Value, double Change, string? Type) Measured(JsonElement data, string member)
    {
        var measured = data.GetProperty(member);
        return (measured.GetProperty("value").GetDouble(), measured.GetProperty("change").GetDouble(), measured.GetProperty("change_type").GetString());
    }
}
