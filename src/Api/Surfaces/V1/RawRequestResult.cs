using System.Buffers;
using System.Text.Json;
using ModuleX.Api.Hosting;
using ModuleX.Application.Runs;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>Writes <see cref="RawRequestResponse"/> with the tool's JSON passed through as it came.</summary>
internal sealed class RawRequestResult(RunView run) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var memory = run.Content.Memory;
        var answered = (RunContent.Answered)run.Content;
        var (start, body) = (StartOf(run.Id, answered), answered.Body.ToUtf8());
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = start.Length + body.Length + 1;
        response.BodyWriter.Write(start);
        await response.WriteInPiecesAsync(body, httpContext.RequestAborted);
        response.BodyWriter.Write("}"u8);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private static byte[] StartOf(Guid id, RunContent.Answered answered)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(new { id, status = answered.Status, headers = answered.Headers });
        return [.. head.AsSpan(0, head.Length - 1), .. ",\"body\":"u8];
    }
}
