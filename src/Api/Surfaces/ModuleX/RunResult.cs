using System.Text;
using System.Text.Json;
using ModuleX.Api.Hosting;
using ModuleX.Application.Runs;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Writes <see cref="ExecuteResponse"/> with the tool's JSON passed through as it came.</summary>
internal sealed class RunResult(RunView run, OrganizationId organization) : IResult
{
    private const string Opening = "\"result\":{\"success\":true,\"data\":";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/json; charset=utf-8";
        using var memory = run.Content.Memory;
        var data = run.Content.ToUtf8();
        // The names are of the catalog: plain ASCII.
        var head = $$"""{"success":true,"tool_name":"{{run.Tool}}","action":"{{run.Action}}","organization_id":"{{organization}}",{{Opening}}""";
        var counted = CountOf(data.Span) is { } count ? $",\"total_count\":{count}" : "";
        var tail = $"{counted},\"start_time\":\"{WireTime.Of(run.StartedAt)}\",\"end_time\":\"{WireTime.Of(run.StartedAt + run.Duration)}\"}}}}";
        response.ContentLength = head.Length + data.Length + tail.Length;
        Encoding.ASCII.GetBytes(head, response.BodyWriter);
        await response.WriteInPiecesAsync(data, httpContext.RequestAborted);
        Encoding.ASCII.GetBytes(tail, response.BodyWriter);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>The items of a list; null for anything else. The runner has read the JSON through, so skipping over it is safe.</summary>
    private static int? CountOf(ReadOnlySpan<byte> json)
    {
        if (json.TrimStart(" \t\r\n"u8) is not [(byte)'[', ..]) return null;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
            count++;
        }
        return count;
    }
}
