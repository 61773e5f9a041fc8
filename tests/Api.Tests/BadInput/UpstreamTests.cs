using System.Diagnostics;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.BadInput.BadInputScene;

namespace ModuleX.Api.Tests.BadInput;

/// <summary>Services that do what no service should.</summary>
public sealed class UpstreamTests(BadInputScene scene) : IClassFixture<BadInputScene>
{
    private const int Mebibyte = 1024 * 1024;

    /// <summary>What a busy machine may add to a deadline.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task One_that_hangs_is_left_at_the_deadline()
    {
        await using var upstream = RawUpstream.HangingAfter("");

        var (reply, took) = await TimedAsync(upstream.Url, "read_quickly");

        reply.With(504).Detail.ShouldBe("Tool execution failed: testy did not answer within 1 s");
        took.ShouldBeLessThan(QuickDeadline + Margin);
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Fact]
    public async Task One_that_hangs_in_the_middle_of_the_body_is_left_at_the_deadline()
    {
        await using var upstream = RawUpstream.HangingAfter("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\":");

        var (reply, took) = await TimedAsync(upstream.Url, "read_quickly");

        reply.With(504);
        took.ShouldBeLessThan(QuickDeadline + Margin);
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Fact]
    public async Task One_that_streams_a_hundred_megabytes_is_cut_off()
    {
        long sent = 0;
        await using var upstream = new RawUpstream(async (stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"u8.ToArray(), stop);
            var spaces = Enumerable.Repeat((byte)' ', Mebibyte).ToArray();
            for (var count = 0; count < 100; count++)
            {
                await stream.WriteAsync(spaces, stop);
                Interlocked.Add(ref sent, spaces.Length);
            }
        });

        var (reply, _) = await TimedAsync(upstream.Url, "read_thing", new { name = "n" });

        reply.With(502).Detail.ShouldBe($"Tool execution failed: the answer of testy has more than {10 * Mebibyte} bytes");
        Interlocked.Read(ref sent).ShouldBeLessThan(50 * Mebibyte);
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Fact]
    public async Task One_that_sends_html_is_told_of()
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Answer = context => Upstream.Send(context, "text/html", "<html>Sign in</html>"u8.ToArray());

        var (reply, _) = await TimedAsync(upstream.Url, "read_thing", new { name = "n" });

        reply.With(502).Detail.ShouldContain("where JSON was expected");
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\":")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    public async Task One_that_closes_before_the_end_is_told_of(string said)
    {
        await using var upstream = RawUpstream.Saying(said);

        var (reply, _) = await TimedAsync(upstream.Url, "read_thing", new { name = "n" });

        reply.With(502);
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Fact]
    public async Task One_that_gives_the_credential_back_in_an_error_does_not_reveal_it()
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Answer = context => Upstream.Json(context, $$"""{"message":"bad","you_sent":"{{context.Request.Headers.Authorization}}"}""", 400);

        var (reply, _) = await TimedAsync(upstream.Url, "read_thing", new { name = "n" });

        reply.With(400).Text.ShouldContain("you_sent");
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Fact]
    public async Task Missing_listener_is_told_of()
    {
        var (reply, _) = await TimedAsync(new Uri("http://127.0.0.1:9"), "read_thing", new { name = "n" });

        reply.With(502).Detail.ShouldStartWith("Tool execution failed: testy could not be reached");
        await scene.ShouldBeUnharmedAsync(reply);
    }

    private async Task<(Reply Reply, TimeSpan Took)> TimedAsync(Uri server, string action, object? parameters = null)
    {
        var ada = await scene.OwnerAtAsync(server);
        var began = Stopwatch.GetTimestamp();
        var reply = await ada.ExecuteAsync(Tool, action, parameters);
        return (reply, Stopwatch.GetElapsedTime(began));
    }
}
