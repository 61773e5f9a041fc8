using System.Buffers;
using System.Buffers.Text;
using System.Text;
using ModuleX.Api.Hosting;
using ModuleX.Application.Runs;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>Writes <see cref="ExecuteResponse"/> with the tool's JSON passed through as it came.</summary>
internal sealed class RunResult(RunView run) : IResult
{
    private const int SecondsLength = 32;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/json; charset=utf-8";
        // The runner has read JSON through: it is one valid value, and goes out as it is.
        Write(response, run.Content.ToUtf8());
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>Puts the bytes together itself, so that the length is known and nothing is copied twice. The names are of the catalogue: plain ASCII.</summary>
    private void Write(HttpResponse response, ReadOnlySpan<byte> result)
    {
        Span<byte> seconds = stackalloc byte[SecondsLength];
        Utf8Formatter.TryFormat(Math.Round(run.Duration.TotalSeconds, 6), seconds, out var length, new StandardFormat('F', 6));
        seconds = seconds[..length];
        response.ContentLength = Head.Length + run.Tool.Length + Middle.Length + run.Action.Length + BeforeResult.Length + result.Length + AfterResult.Length + seconds.Length + 1;

        IBufferWriter<byte> body = response.BodyWriter;
        body.Write(Head);
        Encoding.ASCII.GetBytes(run.Tool, body);
        body.Write(Middle);
        Encoding.ASCII.GetBytes(run.Action, body);
        body.Write(BeforeResult);
        body.Write(result);
        body.Write(AfterResult);
        body.Write(seconds);
        body.Write("}"u8);
    }

    private static ReadOnlySpan<byte> Head => "{\"success\":true,\"tool_name\":\""u8;

    private static ReadOnlySpan<byte> Middle => "\",\"action\":\""u8;

    private static ReadOnlySpan<byte> BeforeResult => "\",\"result\":"u8;

    private static ReadOnlySpan<byte> AfterResult => ",\"execution_time\":"u8;
}
