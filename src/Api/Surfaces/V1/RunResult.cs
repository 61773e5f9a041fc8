using System.Buffers;
using System.Globalization;
using System.Text;
using ModuleX.Api.Hosting;
using ModuleX.Application.Runs;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>Writes <see cref="RunResponse"/> with the tool's JSON passed through as it came.</summary>
internal sealed class RunResult(RunView run) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        using var memory = run.Content.Memory;
        var result = run.Content.ToUtf8();
        var start = StartOf(run);
        response.ContentLength = start.Length + result.Length + 1;
        response.BodyWriter.Write(start);
        await response.WriteInPiecesAsync(result, httpContext.RequestAborted);
        response.BodyWriter.Write("}"u8);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>The names are of the catalog: plain ASCII.</summary>
    private static byte[] StartOf(RunView run)
    {
        var connection = run.Connection is { } id ? $"\"{id}\"" : "null";
        var head = $$"""{"id":"{{run.Id}}","tool":"{{run.Tool}}","action":"{{run.Action}}","connection_id":{{connection}},""";
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{head}\"started_at\":\"{WireTime.Of(run.StartedAt)}\",\"duration_ms\":{run.Duration.TotalMilliseconds:F3},\"result\":"));
    }
}
