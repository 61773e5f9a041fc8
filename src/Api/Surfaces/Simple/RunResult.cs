using System.Buffers;
using System.Text;
using ModuleX.Api.Hosting;
using ModuleX.Application.Runs;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>Writes <see cref="ExecuteResponse"/> with the tool's JSON passed through as it came.</summary>
internal sealed class RunResult(RunView run) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/json; charset=utf-8";
        // The runner has read JSON through: it is one valid value, and goes out as it is.
        using var memory = run.Content.Memory;
        var result = run.Content.ToUtf8();
        var end = EndOf(run);
        response.ContentLength = Head.Length + run.Tool.Length + Middle.Length + run.Action.Length + BeforeResult.Length + result.Length + end.Length;
        WriteStart(response.BodyWriter);
        await response.WriteInPiecesAsync(result, httpContext.RequestAborted);
        response.BodyWriter.Write(end);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>The names are of the catalog: plain ASCII.</summary>
    private void WriteStart(IBufferWriter<byte> body)
    {
        body.Write(Head);
        Encoding.ASCII.GetBytes(run.Tool, body);
        body.Write(Middle);
        Encoding.ASCII.GetBytes(run.Action, body);
        body.Write(BeforeResult);
    }

    private static byte[] EndOf(RunView run) => Encoding.ASCII.GetBytes($",\"execution_time\":{run.Duration.TotalSeconds:F6}}}");

    private static ReadOnlySpan<byte> Head => "{\"success\":true,\"tool_name\":\""u8;

    private static ReadOnlySpan<byte> Middle => "\",\"action\":\""u8;

    private static ReadOnlySpan<byte> BeforeResult => "\",\"result\":"u8;
}
