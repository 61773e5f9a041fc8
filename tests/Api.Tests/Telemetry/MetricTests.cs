using System.Globalization;
using System.Text.RegularExpressions;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Telemetry;

/// <summary>Metrics, at a collector and at Prometheus.</summary>
[Collection(Alone.Name)]
public sealed partial class MetricTests(TracedScene scene) : IClassFixture<TracedScene>
{
    [Fact]
    public async Task Metrics_arrive_at_the_collector_by_their_names()
    {
        (await scene.ExecuteAsync("list_entries")).With(200);

        string[] awaited =
        [
            "gen_ai.execute_tool.duration", "modulex.session.leases", "modulex.session.live", "modulex.records.waiting", "modulex.records.dropped",
            "http.server.request.duration", "http.client.request.duration", "kestrel.active_connections", "dotnet.gc.collections",
        ];
        await Wait.UntilAsync(() => awaited.All(scene.Otlp.Metrics.Contains), $"metrics {string.Join(", ", awaited.Except(scene.Otlp.Metrics))}");
    }

    [Fact]
    public async Task Prometheus_reads_runs_and_requests_by_tool_and_outcome()
    {
        (await scene.ExecuteAsync("list_entries")).With(200);
        (await scene.ExecuteAsync("break_down")).With(502);

        var text = await FetchAsync("/metrics");

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Where(line => !Line().IsMatch(line)).ShouldBeEmpty();
        lines.Where(line => line.StartsWith("# TYPE", StringComparison.Ordinal)).ShouldBeUnique();
        ValueOf(lines, "gen_ai_execute_tool_duration_seconds_count", "gen_ai_tool_name=\"ledger_list_entries\"").ShouldBeGreaterThanOrEqualTo(1);
        ValueOf(lines, "gen_ai_execute_tool_duration_seconds_count", "error_type=\"upstream_failed\"").ShouldBeGreaterThanOrEqualTo(1);
        ValueOf(lines, "gen_ai_execute_tool_duration_seconds_bucket", "le=\"+Inf\"").ShouldBeGreaterThanOrEqualTo(1);
        ValueOf(lines, "modulex_session_leases_total", "modulex_outcome=\"leased\"").ShouldBeGreaterThanOrEqualTo(2);
        ValueOf(lines, "http_server_request_duration_seconds_count", "http_route=\"/api/tools/{tool_name}/execute\"").ShouldBeGreaterThanOrEqualTo(1);
        ValueOf(lines, "target_info", "service_name=\"modulex\"").ShouldBe(1);
    }

    [Fact]
    public async Task Metrics_name_no_user_no_organization_and_no_host_of_a_service()
    {
        (await scene.ExecuteAsync("list_entries")).With(200);

        var text = await FetchAsync("/metrics");

        text.ShouldContain("http_client_request_duration_seconds_count");
        text.Split('\n').Where(line => !line.StartsWith("target_info", StringComparison.Ordinal) && Id().IsMatch(line)).ShouldBeEmpty();
        text.Split('\n')
            .Where(line => line.StartsWith("http_client", StringComparison.Ordinal) && line.Contains("server_address", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Metrics_are_not_where_the_API_is_and_the_API_is_not_where_they_are()
    {
        (await scene.Server.Client.GetReplyAsync("/metrics")).With(404);

        using var http = new HttpClient { BaseAddress = scene.Prometheus };
        (await http.GetReplyAsync("/health")).With(404);
    }

    private async Task<string> FetchAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = scene.Prometheus };
        var reply = (await http.GetReplyAsync(path)).With(200);
        reply.ContentType.ShouldBe("text/plain");
        return reply.Text;
    }

    /// <summary>The sum of the samples of that name with that label.</summary>
    private static double ValueOf(IEnumerable<string> lines, string name, string label) => lines
        .Where(line => line.StartsWith($"{name}{{", StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal))
        .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex(
        """^(# (HELP|TYPE) [a-zA-Z_][a-zA-Z0-9_]* .+|[a-zA-Z_][a-zA-Z0-9_]*"""
        + """(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\.)*"(,[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\.)*")*)?\})?"""
        + """ (-?[0-9.]+(E[+-]?[0-9]+)?|[+-]Inf|NaN))$""",
        RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
