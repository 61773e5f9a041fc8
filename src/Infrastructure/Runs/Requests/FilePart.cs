using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>A file as an agent hands it in: text, or <c>{filename, content_type, content_base64}</c>, or the same with <c>text</c>.</summary>
internal sealed record FilePart(string? FileName, string? ContentType, byte[] Bytes)
{
    public static Problem? TryRead(string parameter, JsonElement value, out FilePart part)
    {
        part = new(null, null, []);
        if (value.ValueKind != JsonValueKind.Object)
        {
            part = new(null, value.ValueKind == JsonValueKind.String ? null : "application/json", Encoding.UTF8.GetBytes(ParameterText.OfOne(value)));
            return null;
        }
        var contentType = TextOf(value, "content_type");
        if (contentType is not null && (HeaderText.ProblemOf(contentType) is not null || !MediaTypeHeaderValue.TryParse(contentType, out _)))
            return ParameterText.ProblemOf(parameter, "is no content type such as image/png", "/content_type");
        if (TextOf(value, "content_base64") is not null)
        {
            if (!value.GetProperty("content_base64").TryGetBytesFromBase64(out var bytes))
                return ParameterText.ProblemOf(parameter, "is not base64", "/content_base64");
            part = new(TextOf(value, "filename"), contentType ?? "application/octet-stream", bytes);
            return null;
        }
        if (TextOf(value, "text") is not { } text) return ParameterText.ProblemOf(parameter, "needs content_base64 or text");
        part = new(TextOf(value, "filename"), contentType, Encoding.UTF8.GetBytes(text));
        return null;
    }

    private static string? TextOf(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
