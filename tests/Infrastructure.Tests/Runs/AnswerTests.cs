using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

public sealed class AnswerTests : IAsyncLifetime
{
    private readonly OutgoingServices _services = new();
    private Upstream _upstream = null!;

    public async Task InitializeAsync() => _upstream = await Upstream.StartAsync();

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Theory]
    [InlineData("application/json", """ {"a": 1.0,  "a":2} """)]
    [InlineData("text/javascript", "[]")]
    [InlineData("text/html", "null")]
    [InlineData(null, "\"x\"")]
    public async Task Json_is_passed_through_as_it_came(string? type, string body)
    {
        _upstream.Answer = context => Upstream.Send(context, type, Encoding.UTF8.GetBytes(body));

        JsonOf(await RunAsync(Tools.Get())).ShouldBe(body);
    }

    [Fact]
    public async Task Byte_order_mark_is_taken_off()
    {
        _upstream.Answer = context => Upstream.Send(context, "application/json", [0xEF, 0xBB, 0xBF, .. "{}"u8]);

        JsonOf(await RunAsync(Tools.Get())).ShouldBe("{}");
    }

    [Fact]
    public async Task Other_charsets_become_utf8()
    {
        _upstream.Answer = context => Upstream.Send(context, "application/json; charset=iso-8859-1", Encoding.Latin1.GetBytes("\"é\""));

        JsonOf(await RunAsync(Tools.Get())).ShouldBe("\"é\"");
    }

    [Theory]
    [InlineData("text/html", "<html>", "HTML")]
    [InlineData("text/plain", "hello", "text/plain")]
    [InlineData("application/json", "{\"a\":", "something malformed")]
    [InlineData("application/json", "{} {}", "something malformed")]
    [InlineData("application/json", "\"\u00ff\"", "something malformed")]
    public async Task What_is_not_json_is_unexpected(string type, string body, string what)
    {
        _upstream.Answer = context => Upstream.Send(context, type, Encoding.Latin1.GetBytes(body));

        (await RunAsync(Tools.Get())).Error.ShouldBe(RunErrors.UnexpectedContent("testy", what));
    }

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, "upstream_unexpected_content")]
    public async Task Json_may_be_64_deep(int depth, string? code)
    {
        _upstream.Answer = context => Upstream.Json(context, new string('[', depth) + new string(']', depth));

        (await RunAsync(Tools.Get())).Error?.Code.ShouldBe(code);
        (await RunAsync(Selecting("$[0]"))).Error?.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(200)]
    public async Task Answer_without_body_is_nothing(int status)
    {
        _upstream.Answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        (await RunAsync(Tools.Get())).Required().ShouldBeOfType<RunContent.None>();
    }

    [Fact]
    public async Task No_content_is_a_success_whatever_a_success_looks_like_otherwise()
    {
        _upstream.Answer = context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        };
        var rules = new ResponseRules { Success = new SuccessRule(Tools.Path("$.ok"), Tools.Value("true"), null), Select = Tools.Path("$.data") };

        (await RunAsync(Tools.Action("DELETE", "/things") with { Response = rules })).Required().ShouldBeOfType<RunContent.None>();
    }

    [Fact]
    public async Task Any_content_is_text_or_bytes_with_its_type()
    {
        var action = Tools.Get() with { Response = new ResponseRules { AcceptsAnyContent = true } };

        _upstream.Answer = context => Upstream.Send(context, "text/csv; charset=utf-8", "a,é"u8.ToArray());
        (await RunAsync(action)).Required().ShouldBe(new RunContent.Text("a,é", "text/csv; charset=utf-8"));
        _upstream.Answer = context => Upstream.Send(context, "image/png", [1, 2]);
        var binary = (await RunAsync(action)).Required().ShouldBeOfType<RunContent.Binary>();
        binary.Bytes.ToArray().ShouldBe([1, 2]);
        binary.ContentType.ShouldBe("image/png");
        _upstream.Answer = context => Upstream.Json(context, "[1]");
        JsonOf(await RunAsync(action)).ShouldBe("[1]");
        _upstream.Answer = context => Upstream.Send(context, null, [9]);
        (await RunAsync(action)).Required().ShouldBeOfType<RunContent.Binary>().ContentType.ShouldBe("application/octet-stream");
    }

    [Theory]
    [InlineData("$.items[*].id", """[1.50,"b"]""")]
    [InlineData("$.items[0]", """{"id": 1.50}""")]
    [InlineData("$.nothing", "null")]
    [InlineData("$.nothing[*]", "[]")]
    public async Task Selected_part_is_the_result(string path, string expected)
    {
        _upstream.Answer = context => Upstream.Json(context, """{"items":[{"id": 1.50},{"id":"b"}]}""");

        JsonOf(await RunAsync(Selecting(path))).ShouldBe(expected);
    }

    [Fact]
    public async Task Success_rule_decides_over_the_status()
    {
        var action = Tools.Get() with { Response = new ResponseRules { Success = new SuccessRule(Tools.Path("$.ok"), Tools.Value("true"),
            Tools.Path("$.error")) } };

        _upstream.Answer = context => Upstream.Json(context, """{"ok":true}""");
        JsonOf(await RunAsync(action)).ShouldBe("""{"ok":true}""");
        _upstream.Answer = context => Upstream.Json(context, """{"ok":false,"error":"channel_not_found"}""");
        var error = (await RunAsync(action)).Error!;
        error.Message.ShouldContain("200 (channel_not_found)");
        error.Details[RunErrors.UpstreamBodyDetail].ShouldBe("""{"ok":false,"error":"channel_not_found"}""");
    }

    [Fact]
    public async Task Compressed_answer_is_unpacked()
    {
        _upstream.Answer = context => SendGzipAsync(context, "[1]"u8.ToArray(), 1);

        JsonOf(await RunAsync(Tools.Get())).ShouldBe("[1]");
    }

    [Fact]
    public async Task Decompression_stops_at_the_limit()
    {
        _upstream.Answer = context => SendGzipAsync(context, new byte[1024 * 1024], 300);

        (await RunAsync(Tools.Get())).Error.ShouldBe(RunErrors.TooLarge("testy", 10 * 1024 * 1024));
    }

    [Fact]
    public async Task Large_answer_is_not_read_to_its_end()
    {
        var sent = 0L;
        var ended = new TaskCompletionSource();
        await using var upstream = new RawUpstream(async (stream, stop) =>
        {
            try
            {
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"u8.ToArray(), stop);
                for (var i = 0; i < 100; i++)
                {
                    await stream.WriteAsync(new byte[1024 * 1024], stop);
                    Interlocked.Add(ref sent, 1024 * 1024);
                }
            }
            finally
            {
                ended.SetResult();
            }
        });

        (await _services.RunAsync(Tools.At(upstream.Url), Tools.Get())).Error.ShouldBe(RunErrors.TooLarge("testy", 10 * 1024 * 1024));
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Interlocked.Read(ref sent).ShouldBeLessThan(60L * 1024 * 1024);
    }

    [Fact]
    public async Task Announced_length_above_the_limit_is_refused_at_once()
    {
        await using var upstream = RawUpstream.HangingAfter("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n");

        var result = await _services.RunAsync(Tools.At(upstream.Url), Tools.Get());

        result.Error!.Code.ShouldBe("upstream_too_large");
    }

    [Fact]
    public async Task Limit_of_the_action_counts()
    {
        _upstream.Answer = context => Upstream.Json(context, "[1234567]");

        (await RunAsync(Tools.Get() with { Response = new ResponseRules { MaxBytes = 9 } })).Error.ShouldBeNull();
        (await RunAsync(Tools.Get() with { Response = new ResponseRules { MaxBytes = 8 } })).Error.ShouldBe(RunErrors.TooLarge("testy", 8));
    }

    private static ActionDefinition Selecting(string path) => Tools.Get() with { Response = new ResponseRules { Select = Tools.Path(path) } };

    private static async Task SendGzipAsync(HttpContext context, byte[] block, int times)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        for (var i = 0; i < times; i++) await gzip.WriteAsync(block, context.RequestAborted);
    }

    private static string JsonOf(Result<RunContent> result) => Encoding.UTF8.GetString(result.Required().ShouldBeOfType<RunContent.Json>().Utf8.Span);

    private Task<Result<RunContent>> RunAsync(ActionDefinition action) => _services.RunAsync(Tools.At(_upstream.Url), action);
}
