using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

public sealed class ConnectionTests : IAsyncDisposable
{
    private readonly OutgoingServices _services = new();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"a\":")]
    [InlineData("HTTP/1.1 500 No\r\nContent-Length: 50\r\n\r\n{\"a\":")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n")]
    public async Task Deadline_covers_headers_and_body(string beginning)
    {
        await using var upstream = RawUpstream.HangingAfter(beginning);
        var watch = Stopwatch.StartNew();

        var result = await _services.RunAsync(Tools.At(upstream.Url), Tools.Get().Within(0.3));

        result.Error.ShouldBe(RunErrors.Deadline("testy", TimeSpan.FromSeconds(0.3)));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Callers_hanging_up_is_no_deadline()
    {
        using var caller = new CancellationTokenSource();
        await using var upstream = new RawUpstream(async (_, stop) =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, stop);
        });

        await Should.ThrowAsync<OperationCanceledException>(() => _services.RunAsync(Tools.At(upstream.Url), Tools.Get(), cancellationToken: caller.Token));

        upstream.Connections.ShouldBe(1);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"a\":1}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"a\":1}\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("")]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n")]
    public async Task Connection_that_is_closed_half_way_is_unreachable(string answer)
    {
        await using var upstream = RawUpstream.Saying(answer);

        var result = await _services.RunAsync(Tools.At(upstream.Url), Tools.Action("POST", "/x"));

        result.Error!.Code.ShouldBe("upstream_unreachable");
        result.Error.Kind.ShouldBe(ErrorKind.Upstream);
        result.Error.Message.ShouldNotContain("127.0.0.1");
        upstream.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData("POST", "{}")]
    [InlineData("POST", """{"a":1}""")]
    [InlineData("PATCH", "{}")]
    public async Task Request_whose_connection_closes_without_an_answer_is_not_sent_twice(string method, string parameters)
    {
        await using var upstream = RawUpstream.Saying("");

        await _services.RunAsync(Tools.At(upstream.Url), Tools.Action(method, "/x", Tools.Place("a", ParameterTarget.Body)), parameters);
        await _services.RunAsync(Tools.At(upstream.Url), Tools.Action(method, "/x"));

        upstream.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Compressed_body_that_is_none_is_unexpected()
    {
        await using var upstream = RawUpstream.Saying("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnot gzip");

        (await _services.RunAsync(Tools.At(upstream.Url), Tools.Get())).Error!.Code.ShouldBe("upstream_unexpected_content");
    }

    [Fact]
    public async Task Headers_without_end_are_unreachable()
    {
        await using var upstream = RawUpstream.Saying($"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 200_000)}\r\n\r\n");

        (await _services.RunAsync(Tools.At(upstream.Url), Tools.Action("POST", "/x"))).Error!.Code.ShouldBe("upstream_unreachable");
    }

    [Fact]
    public async Task Port_without_a_listener_is_unreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var result = await _services.RunAsync(Tools.At($"http://127.0.0.1:{port}"), Tools.Get());

        result.Error.ShouldBe(RunErrors.Unreachable("testy", "no connection"));
    }

    [Fact]
    public async Task Name_that_does_not_exist_is_unreachable()
    {
        var result = await _services.RunAsync(Tools.At("http://nobody.invalid"), Tools.Get() with { MaxAttempts = 1 });

        result.Error!.Code.ShouldBe("upstream_unreachable");
    }
}
