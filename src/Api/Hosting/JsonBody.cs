using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using ModuleX.Application.Pipeline;

namespace ModuleX.Api.Hosting;

/// <summary>Reads a request's body as JSON, for endpoints whose body the framework can't read as it should be.</summary>
internal static class JsonBody
{
    /// <summary>How deep a request's JSON may be nested.</summary>
    public const int MaximumDepth = JsonText.MaximumDepth;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = MaximumDepth };

    /// <summary>The body as a wire record. Where it lacks something, the error also names what it has instead.</summary>
    /// <exception cref="InvalidRequestException">The body is not of this shape.</exception>
    public static async ValueTask<T?> ReadAsync<T>(HttpContext context)
        where T : class
    {
        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var body = await ReadAsync(context);
        try
        {
            return body.Deserialize<T>(json) ?? throw new InvalidRequestException(RequestErrors.BodyMissing);
        }
        catch (JsonException exception)
        {
            var unknown = UnknownMembers.In(body, json.GetTypeInfo(typeof(T)));
            throw new InvalidRequestException(JsonErrors.Of(exception, JsonMarshal.GetRawUtf8Value(body), typeof(T), json, unknown));
        }
    }

    /// <exception cref="InvalidRequestException">The body is no JSON, nested too deeply, or has a property twice.</exception>
    /// <exception cref="BadHttpRequestException">The body is too large.</exception>
    public static async ValueTask<JsonElement> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType()) throw new InvalidRequestException(HasBody(context) ? RequestErrors.ContentType : RequestErrors.BodyMissing);
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
                if (read.Buffer.IsEmpty) throw new InvalidRequestException(RequestErrors.BodyMissing);
                return Parse(read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray());
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

    private static bool HasBody(HttpContext context) =>
        context.Request.ContentType is not null || context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;

    private static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        if (!JsonText.IsUnicode(utf8)) throw new InvalidRequestException(RequestErrors.NotUnicode);
        try
        {
            return JsonElement.Parse(utf8, Options);
        }
        catch (JsonException exception)
        {
            throw new InvalidRequestException(JsonErrors.OfText(exception, utf8));
        }
    }
}
