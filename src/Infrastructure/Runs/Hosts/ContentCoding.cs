using System.IO.Compression;

namespace ModuleX.Infrastructure.Runs.Hosts;

/// <summary>Undoes the compression of an answer (RFC 9110, section 8.4).</summary>
internal static class ContentCoding
{
    public const string AcceptHeader = "Accept-Encoding";
    public const string Accepted = "gzip, deflate, br";

    /// <summary>The body as it was before compression; the same stream where there was none.</summary>
    /// <exception cref="InvalidDataException">The service used a coding that it was not offered.</exception>
    public static Stream Decode(HttpContent content, Stream body)
    {
        if (!content.Headers.NonValidated.TryGetValues("Content-Encoding", out var codings)) return body;
        return codings.ToString().Trim().ToLowerInvariant() switch
        {
            "" or "identity" => body,
            "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "deflate" => new ZLibStream(body, CompressionMode.Decompress),
            _ => throw new InvalidDataException("The answer has a content coding that was not offered."),
        };
    }
}
