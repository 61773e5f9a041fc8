using System.Buffers;
using System.Text.Json;
using ModuleX.Application.Pipeline;

namespace ModuleX.Api.Hosting;

/// <summary>Reads a request's body as one JSON value, for endpoints whose body has no fixed shape.</summary>
internal static class JsonBody
{
    /// <summary>How deep a request's JSON may be nested.</summary>
    public const int MaximumDepth = JsonText.MaximumDepth;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = MaximumDepth };

    /// <exception cref="InvalidRequestException">The body is no JSON, nested too deeply, or has a property twice.</exception>
    /// <exception cref="BadHttpRequestException">The body is too large.</exception>
    public static async ValueTask<JsonElement> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType()) throw new InvalidRequestException(RequestErrors.ContentType);
        var body = context.Request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(context.RequestAborted);
            if (!read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            try
            {
                return Parse(read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray());
            }
            catch (JsonException exception)
            {
                throw new InvalidRequestException(RequestErrors.OfJson(exception, context));
            }
            finally
            {
                body.AdvanceTo(read.Buffer.End);
            }
        }
    }

    /// <summary>The text of a string.</summary>
    /// <exception cref="InvalidRequestException">It is no Unicode text.</exception>
    public static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new InvalidRequestException(RequestErrors.NotUnicode);
        }
    }

    private static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        if (!JsonText.IsUnicode(utf8)) throw new InvalidRequestException(RequestErrors.NotUnicode);
        return JsonElement.Parse(utf8, Options);
    }
}
