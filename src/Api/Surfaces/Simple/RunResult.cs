using System.Buffers;
using System.Text.Json;
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
        Write(response.BodyWriter);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private void Write(IBufferWriter<byte> target)
    {
        using var writer = new Utf8JsonWriter(target, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartObject();
        writer.WriteBoolean("success"u8, true);
        writer.WriteString("tool_name"u8, run.Tool);
        writer.WriteString("action"u8, run.Action);
        writer.WritePropertyName("result"u8);
        WriteContent(writer);
        writer.WriteNumber("execution_time"u8, Math.Round(run.Duration.TotalSeconds, 6));
        writer.WriteEndObject();
    }

    private void WriteContent(Utf8JsonWriter writer)
    {
        switch (run.Content)
        {
            case RunContent.Json json:
                // The runner has read it through: it is one valid JSON value.
                writer.WriteRawValue(json.Utf8.Span, skipInputValidation: true);
                break;
            case RunContent.Text text:
                writer.WriteStartObject();
                writer.WriteString("content_type"u8, text.ContentType);
                writer.WriteString("text"u8, text.Value);
                writer.WriteEndObject();
                break;
            case RunContent.Binary binary:
                writer.WriteStartObject();
                writer.WriteString("content_type"u8, binary.ContentType);
                writer.WriteBase64String("base64"u8, binary.Bytes.Span);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
