using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.ModuleX;

namespace ModuleX.Api.Tests.Telemetry;

/// <summary>What a run looks like in a trace.</summary>
[Collection(Alone.Name)]
public sealed class TraceTests(TracedScene scene) : IClassFixture<TracedScene>
{
    private const string Caller = "00f067aa0ba902b7";

    [Fact]
    public async Task A_run_continues_the_callers_trace_and_hands_it_on_to_the_service()
    {
        var trace = TracedScene.NewTrace();

        (await scene.ExecuteAsync("list_entries", ("traceparent", $"00-{trace}-{Caller}-01"), ("tracestate", "vendor=7"))).With(200);

        var spans = await scene.Otlp.TraceAsync(trace, 3);
        var request = spans.Single(span => span.Kind == ExportedSpanKind.Server);
        var run = spans.Single(span => span.Kind == ExportedSpanKind.Internal);
        var call = spans.Single(span => span.Kind == ExportedSpanKind.Client);
        (request.Parent, run.Parent, call.Parent).ShouldBe((Caller, request.Id, run.Id));
        var asked = scene.Upstream.Requests.Single(one => one.Header("traceparent")?.Contains(trace, StringComparison.Ordinal) == true);
        asked.Header("traceparent").ShouldBe($"00-{trace}-{call.Id}-01");
        asked.Header("tracestate").ShouldBe("vendor=7");
        asked.Header("baggage").ShouldBeNull();
        scene.Server.Log.Lines.ShouldContain(
            line => line.Contains("ExecuteInOrganizationCommand done", StringComparison.Ordinal)
            && line.Contains($"TraceId={trace}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Spans_say_what_the_conventions_ask_for()
    {
        var trace = TracedScene.NewTrace();

        (await scene.ExecuteAsync("list_entries", ("traceparent", $"00-{trace}-{Caller}-01"))).With(200);

        var spans = await scene.Otlp.TraceAsync(trace, 3);
        var request = spans.Single(span => span.Kind == ExportedSpanKind.Server);
        request.Name.ShouldBe("POST /api/tools/{tool_name}/execute");
        (request["http.request.method"], request["http.route"], request["http.response.status_code"], request["url.path"], request["modulex.surface"])
            .ShouldBe(("POST", "/api/tools/{tool_name}/execute", "200", $"/api/tools/{RunScene.Tool}/execute", "modulex"));
        var run = spans.Single(span => span.Kind == ExportedSpanKind.Internal);
        run.Name.ShouldBe("execute_tool ledger_list_entries");
        (run["gen_ai.operation.name"], run["gen_ai.tool.name"], run["modulex.tool"], run["modulex.action"])
            .ShouldBe(("execute_tool", "ledger_list_entries", "ledger", "list_entries"));
        var call = spans.Single(span => span.Kind == ExportedSpanKind.Client);
        call.Name.ShouldBe("GET /entries");
        (call["http.request.method"], call["url.template"], call["server.address"], call["http.response.status_code"])
            .ShouldBe(("GET", "/entries", "127.0.0.1", "200"));
        spans.ShouldAllBe(span => !span.HasFailed);
    }

    [Fact]
    public async Task A_run_that_fails_says_why_by_code()
    {
        var trace = TracedScene.NewTrace();

        (await scene.ExecuteAsync("break_down", ("traceparent", $"00-{trace}-{Caller}-01"))).With(502);

        var spans = await scene.Otlp.TraceAsync(trace, 3);
        spans.ShouldAllBe(span => span.HasFailed);
        (spans.Single(span => span.Kind == ExportedSpanKind.Internal)["error.type"],
            spans.Single(span => span.Kind == ExportedSpanKind.Client)["error.type"], spans.Single(span => span.Kind == ExportedSpanKind.Server)["error.type"])
            .ShouldBe(("upstream_failed", "500", "502"));
    }

    [Fact]
    public async Task A_caller_who_does_not_record_is_not_recorded_and_the_service_is_told()
    {
        var (trace, next) = (TracedScene.NewTrace(), TracedScene.NewTrace());

        (await scene.ExecuteAsync("list_entries", ("traceparent", $"00-{trace}-{Caller}-00"))).With(200);
        (await scene.ExecuteAsync("list_entries", ("traceparent", $"00-{next}-{Caller}-01"))).With(200);

        await scene.Otlp.TraceAsync(next, 3);
        scene.Otlp.SpansOf(trace).ShouldBeEmpty();
        scene.Upstream.Requests.Select(one => one.Header("traceparent"))
            .ShouldContain(header => header!.Contains(trace, StringComparison.Ordinal) && header.EndsWith("-00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Probes_are_in_no_trace()
    {
        var (probe, next) = (TracedScene.NewTrace(), TracedScene.NewTrace());

        (await scene.Server.Client.CallAsync(HttpMethod.Get, "/health/ready", null, ("traceparent", $"00-{probe}-{Caller}-01"))).With(200);
        (await scene.ExecuteAsync("list_entries", ("traceparent", $"00-{next}-{Caller}-01"))).With(200);

        await scene.Otlp.TraceAsync(next, 3);
        scene.Otlp.SpansOf(probe).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_path_that_is_for_nothing_here_is_not_told()
    {
        var (trace, pasted) = (TracedScene.NewTrace(), Guid.NewGuid().ToString("N"));

        (await scene.Server.Client.CallAsync(HttpMethod.Get, $"/nothing/{pasted}", null, ("traceparent", $"00-{trace}-{Caller}-01"))).With(404);

        (await scene.Otlp.TraceAsync(trace, 1)).ShouldHaveSingleItem().Name.ShouldBe("GET");
        scene.Otlp.Bytes.ShouldNotContain(pasted);
    }

    [Fact]
    public async Task The_callers_own_words_are_not_told()
    {
        var (trace, word) = (TracedScene.NewTrace(), $"word{Guid.NewGuid():N}");

        (await scene.Server.Client.CallAsync(
            new HttpMethod("PROPFIND"), $"/health?{word}={word}", null,
            ("traceparent", $"00-{trace}-{Caller}-01"), ("User-Agent", word), ("baggage", $"a={word}"))).With(405);

        var request = (await scene.Otlp.TraceAsync(trace, 1)).ShouldHaveSingleItem();
        (request.Parent, request["http.request.method"]).ShouldBe((Caller, "_OTHER"));
        scene.Otlp.Bytes.ShouldNotContain(word);
        scene.Otlp.Bytes.ShouldNotContain("PROPFIND");
    }

    [Fact]
    public async Task A_request_has_one_span_whatever_its_headers_of_a_trace_are()
    {
        var trace = TracedScene.NewTrace();

        (await scene.ExecuteAsync("list_entries", ("traceparent", $"00-{trace}-{Caller}-01"), ("tracestate", "a=1, ,b=2"), ("baggage", "user=ada"))).With(200);

        var spans = await scene.Otlp.TraceAsync(trace, 3);
        spans.Count(span => span.Kind == ExportedSpanKind.Server).ShouldBe(1);
        scene.Upstream.Requests.Single(one => one.Header("traceparent")?.Contains(trace, StringComparison.Ordinal) == true).Header("baggage").ShouldBeNull();
    }
}
