using Microsoft.Extensions.Options;
using ModuleX.Application.Runs;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Runs;
using ModuleX.Infrastructure.Runs.Hosts;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

public sealed class ResilienceTests : IAsyncLifetime
{
    private Upstream _upstream = null!;

    public async Task InitializeAsync() => _upstream = await Upstream.StartAsync();

    public async Task DisposeAsync() => await _upstream.DisposeAsync();

    [Theory]
    [InlineData("GET", 502, 3)]
    [InlineData("GET", 503, 3)]
    [InlineData("PUT", 504, 3)]
    [InlineData("GET", 500, 1)]
    [InlineData("GET", 404, 1)]
    [InlineData("GET", 429, 1)]
    [InlineData("POST", 503, 1)]
    public async Task Only_idempotent_actions_are_tried_again_and_only_after_passing_failures(string method, int status, int tries)
    {
        await using var services = new OutgoingServices();
        _upstream.Answer = context => Upstream.Json(context, "{}", status);

        await services.RunAsync(Tools.At(_upstream.Url), Tools.Action(method, "/x"));

        _upstream.Requests.Count.ShouldBe(tries);
    }

    [Fact]
    public async Task Success_after_a_failure_is_a_success()
    {
        await using var services = new OutgoingServices();
        _upstream.Answer = context => Upstream.Json(context, "[1]", _upstream.Requests.Count < 3 ? 503 : 200);

        (await services.RunAsync(Tools.At(_upstream.Url), Tools.Get())).Error.ShouldBeNull();
    }

    [Theory]
    [InlineData("DELETE", 504, 404, true)]
    [InlineData("DELETE", 503, 410, true)]
    [InlineData("DELETE", 502, 404, true)]
    [InlineData("DELETE", 504, 403, false)]
    [InlineData("DELETE", 404, 404, false)]
    [InlineData("GET", 504, 404, false)]
    [InlineData("PUT", 504, 404, false)]
    public async Task Removal_whose_answer_was_lost_has_succeeded_when_the_next_try_finds_nothing(string method, int first, int second, bool succeeds)
    {
        await using var services = new OutgoingServices();
        _upstream.Answer = context => Upstream.Json(context, """{"message":"Not Found"}""", _upstream.Requests.Count == 1 ? first : second);

        var result = await services.RunAsync(Tools.At(_upstream.Url), Tools.Action(method, "/x"));

        if (succeeds) result.Required().ShouldBeOfType<RunContent.None>();
        else result.Error.ShouldNotBeNull().Code.ShouldBe("upstream_refused");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Removal_whose_connection_was_lost_has_succeeded_when_the_next_try_finds_nothing(int status)
    {
        await using var services = new OutgoingServices();
        var asked = 0;
        await using var upstream = new RawUpstream(async (stream, stop) =>
        {
            var text = Interlocked.Increment(ref asked) == 1 ? "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"
                : $"HTTP/1.1 {status} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(text), stop);
        });

        (await services.RunAsync(Tools.At(upstream.Url), Tools.Action("DELETE", "/x"))).Required().ShouldBeOfType<RunContent.None>();

        upstream.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Action_decides_how_often_it_is_tried()
    {
        await using var services = new OutgoingServices();
        _upstream.Answer = context => Upstream.Json(context, "{}", 503);

        await services.RunAsync(Tools.At(_upstream.Url), Tools.Get() with { MaxAttempts = 5 });
        await services.RunAsync(Tools.At(_upstream.Url), Tools.Get() with { MaxAttempts = 1 });

        _upstream.Requests.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("GET", 3)]
    [InlineData("POST", 1)]
    public async Task Broken_connection_is_tried_again_for_idempotent_actions(string method, int tries)
    {
        await using var services = new OutgoingServices();
        await using var upstream = RawUpstream.Saying("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{");

        (await services.RunAsync(Tools.At(upstream.Url), Tools.Action(method, "/x"))).Error!.Code.ShouldBe("upstream_unreachable");

        upstream.Connections.ShouldBe(tries);
    }

    [Theory]
    [InlineData("0", 2)]
    [InlineData("3600", 1)]
    public async Task Rate_limit_is_waited_for_only_where_it_ends_before_the_deadline(string retryAfter, int tries)
    {
        await using var services = new OutgoingServices();
        _upstream.Answer = context =>
        {
            if (_upstream.Requests.Count > 1) return Upstream.Json(context, "{}");
            context.Response.Headers.RetryAfter = retryAfter;
            return Upstream.Json(context, "{}", 429);
        };

        var result = await services.RunAsync(Tools.At(_upstream.Url), Tools.Get());

        _upstream.Requests.Count.ShouldBe(tries);
        (result.Error is null).ShouldBe(tries == 2);
    }

    [Fact]
    public async Task Deadline_ends_the_pause_between_two_tries()
    {
        await using var services = new OutgoingServices(("Runs:RetryDelay", "00:00:10"));
        _upstream.Answer = context => Upstream.Json(context, "{}", 503);

        var result = await services.RunAsync(Tools.At(_upstream.Url), Tools.Get().Within(0.3));

        // Jitter can make the pause short enough for another try; however it falls, the run has ended.
        result.Error!.Code.ShouldBeOneOf(RunErrors.DeadlineCode, "upstream_failed");
    }

    [Fact]
    public async Task Host_that_is_down_is_left_alone_and_others_are_not()
    {
        await using var services = new OutgoingServices(("Runs:BreakerMinimumRequests", "4"), ("Runs:MaxAttempts", "1"));
        await using var other = await Upstream.StartAsync();
        _upstream.Answer = context => Upstream.Json(context, "{}", 503);
        for (var i = 0; i < 4; i++) await services.RunAsync(Tools.At(_upstream.Url), Tools.Get());

        var error = (await services.RunAsync(Tools.At(_upstream.Url), Tools.Get())).Error!;
        var elsewhere = await services.RunAsync(Tools.At(other.Url), Tools.Get());

        error.Code.ShouldBe("upstream_circuit_open");
        error.Kind.ShouldBe(ErrorKind.Unavailable);
        error.RetryAfter!.Value.ShouldBeInRange(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(15));
        _upstream.Requests.Count.ShouldBe(4);
        elsewhere.Error.ShouldBeNull();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    public async Task Answers_to_odd_parameters_do_not_shut_the_host_for_all(int status)
    {
        await using var services = new OutgoingServices(("Runs:BreakerMinimumRequests", "2"));
        _upstream.Answer = context => Upstream.Json(context, "{}", status);

        for (var i = 0; i < 6; i++) await services.RunAsync(Tools.At(_upstream.Url), Tools.Get());

        _upstream.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public async Task More_runs_than_can_wait_are_refused_as_busy()
    {
        await using var services = new OutgoingServices(("Runs:MaxConcurrencyPerHost", "1"), ("Runs:MaxQueuePerHost", "1"));
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        _upstream.Answer = async context =>
        {
            arrived.TrySetResult();
            await release.Task;
            await Upstream.Json(context, "{}");
        };
        var first = services.RunAsync(Tools.At(_upstream.Url), Tools.Get());
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20));
        var second = services.RunAsync(Tools.At(_upstream.Url), Tools.Get("/second"));

        var third = await services.RunAsync(Tools.At(_upstream.Url), Tools.Get());
        release.SetResult();

        third.Error.ShouldBe(RunErrors.Busy("testy"));
        (await first).Error.ShouldBeNull();
        (await second).Error.ShouldBeNull();
    }

    [Fact]
    public void Number_of_hosts_that_are_remembered_is_bounded()
    {
        var gates = new HostGates(Options.Create(new RunOptions()), TimeProvider.System);

        for (var i = 0; i < 3 * HostGates.MaximumGates; i++) gates.Of(new Origin("https", $"h{i}.example.test", 443));

        gates.Count.ShouldBeLessThanOrEqualTo(HostGates.MaximumGates);
        var last = new Origin("https", "last.example.test", 443);
        gates.Of(last).ShouldBeSameAs(gates.Of(last));
    }
}
