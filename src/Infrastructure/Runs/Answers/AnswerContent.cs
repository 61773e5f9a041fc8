using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Runs;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.Runs.Answers;

/// <summary>Tells what a body is: JSON, text, or anything else.</summary>
internal static class AnswerContent
{
    private const string Unknown = "application/octet-stream";

    /// <summary>UTF-8 under its names; ASCII is a part of it.</summary>
    private static readonly string[] WrittenAsUtf8 = ["utf-8", "utf8", "us-ascii", "ascii"];

    /// <summary>The body as UTF-8 without a byte order mark; null where it names a charset that is unknown here, or is not what it says.</summary>
    public static ReadOnlyMemory<byte>? Utf8Of(Answer answer)
    {
        var body = answer.Body.AsMemory();
        if (body.Span.StartsWith(Encoding.UTF8.Preamble)) return body[Encoding.UTF8.Preamble.Length..];
        if (CharsetOf(answer) is not { } charset || WrittenAsUtf8.Contains(charset, StringComparer.OrdinalIgnoreCase)) return body;
        try
        {
            if (EncodingOf(charset) is not { } encoding) return null;
            var utf8 = Encoding.UTF8.GetBytes(encoding.GetString(body.Span)).AsMemory();
            return utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A document of the body; null when it is no JSON, or not Unicode.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte>? body)
    {
        if (body is not { IsEmpty: false } utf8 || !JsonText.IsUnicode(utf8.Span)) return null;
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = JsonText.MaximumDepth });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>True where what the text says can't be told: its charset is unknown, or it is JSON with something in it that is not Unicode.</summary>
    public static bool IsGarbled(Answer answer) =>
        Utf8Of(answer) is not { } utf8 || (MediaTypeOf(answer) is { } type && IsJsonType(type) && !JsonText.IsUnicode(utf8.Span));

    /// <summary>What is there instead of JSON, in words that hold nothing of the body.</summary>
    public static string Describe(Answer answer)
    {
        if (Utf8Of(answer) is null) return "text that can't be decoded";
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
        // What can't be decoded is not lost: it goes out as the bytes that came.
        if (!IsTextType(type) || Utf8Of(answer) is not { } utf8 || !Utf8.IsValid(utf8.Span))
            return new RunContent.Binary(answer.Body, answer.Header("Content-Type")!);
        return IsJsonType(type) && JsonText.IsValid(utf8.Span)
            ? new RunContent.Json(utf8)
            : new RunContent.Text(Encoding.UTF8.GetString(utf8.Span), answer.Header("Content-Type")!);
    }

    /// <summary>The media type without parameters, checked; null where there is none or it is malformed.</summary>
    private static string? MediaTypeOf(Answer answer) =>
        MediaTypeHeaderValue.TryParse(answer.Header("Content-Type"), out var type) ? type.MediaType?.ToLowerInvariant() : null;

    private static bool IsJsonType(string type) =>
        type is "application/json" or "text/json" or "application/x-ndjson" || type.EndsWith("+json", StringComparison.Ordinal);

    private static bool IsTextType(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal)
            || type is "application/xml" or "application/javascript" or "application/x-ndjson" or "application/json"
        || type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>As it is named; null where none is, or the header is malformed.</summary>
    private static string? CharsetOf(Answer answer) =>
        answer.Header("Content-Type") is { } header && header.Contains("charset", StringComparison.OrdinalIgnoreCase)
            && MediaTypeHeaderValue.TryParse(header, out var type)
            ? type.CharSet?.Trim('"')
            : null;

    /// <summary>Null for an unknown charset. What is not text in it makes the decoder throw: replaced letters would pass for what the service said.</summary>
    private static Encoding? EncodingOf(string charset)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // UTF-7 is not supported on purpose: text in it hides what it says.
            return null;
        }
    }
}
