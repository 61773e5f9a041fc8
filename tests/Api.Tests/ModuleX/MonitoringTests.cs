using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>What operators look at, made by real requests.</summary>
public sealed class MonitoringTests : IAsyncLifetime
{
    private readonly RunScene _scene = new()
        { Adjust = builder => builder.With("Records:Interval", "00:00:00.05").With("Records:SlowThreshold", "00:00:00.15") };

    public Task InitializeAsync() => _scene.InitializeAsync();

    public Task DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_failing_tool_is_a_recent_error()
    {
        var member = await _scene.AddMemberAsync();
        (await _scene.ExecuteAsync(member, "break_down")).With(502);

        var error = (await FirstAsync("/api/monitoring/errors/recent", "errors", _ => true));

        error.GetProperty("category").GetString().ShouldBe("integration");
        error.GetProperty("tool_name").GetString().ShouldBe(RunScene.Tool);
        error.GetProperty("endpoint").GetString().ShouldBe("/tools/ledger/execute");
        error.GetProperty("error_code").GetString().ShouldBe("UPSTREAM_FAILED");
        error.GetProperty("level").GetString().ShouldBe("ERROR");
    }

    [Fact]
    public async Task A_request_over_the_threshold_is_slow()
    {
        var member = await _scene.AddMemberAsync();
        (await _scene.ExecuteAsync(member, "add_entry", new { text = "x" })).With(200);

        var slow = await FirstAsync(
            "/api/monitoring/performance/slow", "slow_requests", row => row.GetProperty("endpoint").GetString() == "/tools/ledger/execute");

        slow.GetProperty("duration_ms").GetDouble().ShouldBeGreaterThanOrEqualTo(150);
        (slow.GetProperty("method").GetString(), slow.GetProperty("status_code").GetInt32(), slow.GetProperty("tool_name").GetString(),
            slow.GetProperty("action_name").GetString())
            .ShouldBe(("POST", 200, "ledger", "add_entry"));
        (await AskAsync("/api/monitoring/performance/slow")).Json.GetProperty("threshold_ms").GetInt32().ShouldBe(150);
    }

    [Fact]
    public async Task Guessing_from_one_address_raises_one_alert()
    {
        for (var guess = 0; guess < 6; guess++)
            (await _scene.Server.Client.PostReplyAsync("/api/auth/login", new { email = $"nobody{guess}@example.com", password = "wrong" })).With(401);

        var alert = await FirstAsync(
            "/api/monitoring/security/alerts", "alerts",
            row => row.GetProperty("event_type").GetString() == "AUTH_FAIL" && row.GetProperty("count").GetInt32() == 6);

        alert.GetProperty("message").GetString().ShouldBe("Multiple failed login attempts from IP 127.0.0.1");
        alert.GetProperty("ip_address").GetString().ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task A_reused_refresh_token_and_a_foreign_tenant_raise_alerts()
    {
        var login = (await _scene.Server.Client.PostReplyAsync("/api/auth/register",
            new { email = "reuse@example.com", password = $"Aa1!{Guid.NewGuid():N}" })).With(201);
        (await _scene.Server.Client.PostReplyAsync("/api/auth/refresh", new { refresh_token = login["refresh_token"] })).With(200);
        (await _scene.Server.Client.PostReplyAsync("/api/auth/refresh", new { refresh_token = login["refresh_token"] })).With(401);
        (await _scene.CallAsync(_scene.Root, HttpMethod.Get, "/api/auth/me", null, ("X-Tenant-Domain", "elsewhere"))).With(403);

        await FirstAsync("/api/monitoring/security/alerts", "alerts",
            row => row.GetProperty("event_type").GetString() == "TOKEN_REUSE" && row.GetProperty("severity").GetString() == "CRITICAL");
        await FirstAsync("/api/monitoring/security/alerts", "alerts", row => row.GetProperty("event_type").GetString() == "TENANT_MISMATCH");
    }

    [Fact]
    public async Task Logs_are_counted_and_cleaned_up_and_the_clean_up_leaves_its_trace()
    {
        var member = await _scene.AddMemberAsync();
        (await _scene.ExecuteAsync(member, "list_entries")).With(200);
        await Eventually.BecomesAsync(
            async () => (await AskAsync("/api/monitoring/logs/stats?hours=1")).Json.GetProperty("stats").GetProperty("business_logs").GetInt32() > 0,
            "the run is counted");
        var counts = (await AskAsync("/api/system/logs/stats")).Json;
        counts.GetProperty("total_counts").GetProperty("business").GetInt32().ShouldBeGreaterThan(0);
        counts.GetProperty("details").GetProperty("audit").GetProperty("oldest").GetString().ShouldNotBeNull();

        var cleaned = (await _scene.CallAsync(_scene.Root, HttpMethod.Post, "/api/system/logs/cleanup?days=0")).With(200).Json;

        cleaned.GetProperty("deleted_counts").GetProperty("business_logs").GetInt32().ShouldBeGreaterThan(0);
        cleaned.GetProperty("deleted_counts").GetProperty("audit_logs").GetInt32().ShouldBeGreaterThan(0);
        (await AskAsync("/api/system/logs/stats")).Json.GetProperty("total_counts").GetProperty("audit").GetInt32().ShouldBe(1);
        (await _scene.CallAsync(_scene.Root, HttpMethod.Post, "/api/system/logs/cleanup?days=-1")).With(422);
        (await _scene.CallAsync(member, HttpMethod.Post, "/api/system/logs/cleanup?days=0")).With(403);
    }

    [Fact]
    public async Task Nothing_secret_is_recorded()
    {
        var secret = Guid.NewGuid().ToString("N");
        var member = await _scene.AddMemberAsync(connects: false);
        (await _scene.CallAsync(member, HttpMethod.Post, "/api/auth/manual",
            new { tool_name = RunScene.Tool, credentials = new { api_key = secret } })).With(200);
        (await _scene.ExecuteAsync(member, "add_entry", new { text = secret })).With(200);
        (await _scene.CallAsync(member, HttpMethod.Get, $"/api/tools/user?secret={secret}")).With(200);

        (await _scene.Server.StopAndReadDatabaseAsync()).ShouldNotContain(secret);
    }

    private Task<Reply> AskAsync(string path) => _scene.CallAsync(_scene.Root, HttpMethod.Get, path);

    private async Task<JsonElement> FirstAsync(string path, string list, Func<JsonElement, bool> isMeant)
    {
        JsonElement first = default;
        await Eventually.BecomesAsync(
            async () => (first = (await AskAsync(path)).With(200).Json.GetProperty(list).EnumerateArray()
                .FirstOrDefault(isMeant)).ValueKind == JsonValueKind.Object, $"{path} shows it");
        return first;
    }
}
