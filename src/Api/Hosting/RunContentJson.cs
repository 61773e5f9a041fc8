using System.Buffers;
using System.Text.Json;
using ModuleX.Application.Runs;

namespace ModuleX.Api.Hosting;

/// <summary>What a tool answered, as one JSON value.</summary>
internal static class RunContentJson
{
    private static readonly ReadOnlyMemory<byte> Null = "null"u8.ToArray();

    /// <summary>
    /// JSON as the runner has read it through; text as <c>{content_type, text}</c>, other content as <c>{content_type, base64}</c>, null for none.
    /// </summary>
    public static ReadOnlyMemory<byte> ToUtf8(this RunContent content) => content is RunContent.Json json ? json.Utf8 : Wrapped(content);

    private static ReadOnlyMemory<byte> Wrapped(RunContent content)
    {
        if (content is RunContent.None) return Null;
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        if (content is RunContent.Text text)
        {
            writer.WriteString("content_type"u8, text.ContentType);
            writer.WriteString("text"u8, text.Value);
        }
        else if (content is RunContent.Binary binary)
        {
            writer.WriteString("content_type"u8, binary.ContentType);
            writer.WriteBase64String("base64"u8, binary.Bytes.Span);
        }
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
