using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ModuleX.Application.Runs;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.Runs.Answers;

/// <summary>Tells what a body is: JSON, text, or anything else.</summary>
internal static class AnswerContent
{
    /// <summary>How deep JSON may be nested, the same as in requests to ModuleX (DESIGN, section 10).</summary>
    public const int MaximumDepth = 64;

    private const string Unknown = "application/octet-stream";

    /// <summary>The body as UTF-8 without a byte order mark.</summary>
    public static ReadOnlyMemory<byte> Utf8Of(Answer answer)
    {
        var body = answer.Body.AsMemory();
        if (body.Span.StartsWith(Encoding.UTF8.Preamble)) return body[Encoding.UTF8.Preamble.Length..];
        var type = answer.Header("Content-Type");
        if (type is null || !type.Contains("charset", StringComparison.OrdinalIgnoreCase) || type.Contains("utf-8", StringComparison.OrdinalIgnoreCase)) return body;
        return EncodingOf(type) is { } encoding ? Encoding.UTF8.GetBytes(encoding.GetString(body.Span)) : body;
    }

    /// <summary>True when this is one JSON value in valid UTF-8, not nested too deeply. One pass, without a document.</summary>
    public static bool IsJson(ReadOnlySpan<byte> utf8)
    {
        // The reader looks at the structure only: bytes inside of strings are not its affair.
        if (utf8.IsEmpty || !Utf8.IsValid(utf8)) return false;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaximumDepth });
        try
        {
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A document of the body; null when it is no JSON.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.IsEmpty || !Utf8.IsValid(utf8.Span)) return null;
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaximumDepth });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is there instead of JSON, in words that hold nothing of the body.</summary>
    public static string Describe(Answer answer)
    {
        var type = MediaTypeOf(answer);
        if (type is not null && type.Contains("html", StringComparison.OrdinalIgnoreCase)) return "HTML";
        if (type is not null && !IsJsonType(type)) return type;
        return "something malformed";
    }

    /// <summary>For actions that take any content.</summary>
    public static RunContent Any(Answer answer)
    {
        var type = MediaTypeOf(answer);
        if (type is null) return new RunContent.Binary(answer.Body, Unknown);
        if (IsJsonType(type))
        {
            var utf8 = Utf8Of(answer);
            if (IsJson(utf8.Span)) return new RunContent.Json(utf8);
        }
        if (!IsTextType(type)) return new RunContent.Binary(answer.Body, answer.Header("Content-Type")!);
        var text = Utf8Of(answer).Span;
        return Utf8.IsValid(text)
            ? new RunContent.Text(Encoding.UTF8.GetString(text), answer.Header("Content-Type")!)
            : new RunContent.Binary(answer.Body, answer.Header("Content-Type")!);
    }

    /// <summary>The media type without parameters, checked; null where there is none or it is malformed.</summary>
    private static string? MediaTypeOf(Answer answer) =>
        MediaTypeHeaderValue.TryParse(answer.Header("Content-Type"), out var type) ? type.MediaType?.ToLowerInvariant() : null;

    private static bool IsJsonType(string type) =>
        type is "application/json" or "text/json" or "application/x-ndjson" || type.EndsWith("+json", StringComparison.Ordinal);

    private static bool IsTextType(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type is "application/xml" or "application/javascript" or "application/x-ndjson" or "application/json"
        || type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("+json", StringComparison.Ordinal);

    private static Encoding? EncodingOf(string contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.CharSet is not { } name) return null;
        try
        {
            return Encoding.GetEncoding(name.Trim('"'));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
