using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ModuleX.Api.Hosting;

/// <summary>An answer that stays as it is for long and is asked for often: compressed once, written in pieces.</summary>
/// <param name="content">Of a kind that compresses well.</param>
internal sealed class KeptAnswer(byte[] content, string contentType) : IResult
{
    public const string Json = "application/json; charset=utf-8";

    private const string Gzip = "gzip";
    private const string Any = "*";

    private readonly Lazy<byte[]> _compressed = new(() => Compress(content));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = contentType;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        var bytes = content;
        if (TakesGzip(httpContext.Request.Headers.AcceptEncoding))
        {
            response.Headers.ContentEncoding = Gzip;
            bytes = _compressed.Value;
        }
        response.ContentLength = bytes.Length;
        await response.WriteInPiecesAsync(bytes, httpContext.RequestAborted);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>
    /// True where gzip is named, or everything, and not with the quality 0 (RFC 9110, section 12.5.3). The coding's own entry wins over the star.
    /// </summary>
    private static bool TakesGzip(StringValues accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var codings)) return false;
        var entry = codings.FirstOrDefault(coding => coding.Value.Equals(Gzip, StringComparison.OrdinalIgnoreCase))
            ?? codings.FirstOrDefault(coding => coding.Value == Any);
        return entry is not null && entry.Quality is not 0;
    }

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(content);
        return compressed.ToArray();
    }
}
