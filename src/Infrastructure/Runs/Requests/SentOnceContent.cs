using System.Net;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>
/// A body that goes out once. The framework sends a request again by itself, POST or not, when the connection is closed before the answer
/// begins; the service may have done the work by then. Whether to try again is for <see cref="Hosts.RetryPolicy"/> to say.
/// </summary>
internal sealed class SentOnceContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private int _isSent;

    /// <param name="contentType">Null for an empty body.</param>
    public SentOnceContent(ReadOnlyMemory<byte> bytes, string? contentType)
    {
        _bytes = bytes;
        if (contentType is not null) Headers.TryAddWithoutValidation("Content-Type", contentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _isSent, 1) == 0
            ? stream.WriteAsync(_bytes, cancellationToken).AsTask()
            : throw new HttpIOException(HttpRequestError.ResponseEnded);

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
