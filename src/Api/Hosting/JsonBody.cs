using System.Buffers;
using System.Text.Json;

namespace ModuleX.Api.Hosting;

/// <summary>Reads a request's body as one JSON value, for endpoints whose body has no fixed shape.</summary>
internal static class JsonBody
{
    /// <summary>How deep a request's JSON may be nested.</summary>
    public const int MaximumDepth = 64;

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
                return read.Buffer.IsSingleSegment ? JsonElement.Parse(read.Buffer.FirstSpan, Options) : JsonElement.Parse(read.Buffer.ToArray(), Options);
            }
            catch (JsonException exception)
            {
                throw new InvalidRequestException(RequestErrors.OfJson(exception));
            }
            finally
            {
                body.AdvanceTo(read.Buffer.End);
            }
        }
    }
}
