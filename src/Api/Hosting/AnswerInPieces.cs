using System.Buffers;
using System.IO.Pipelines;

namespace ModuleX.Api.Hosting;

/// <summary>Writes a large answer in pieces, each flushed.</summary>
internal static class AnswerInPieces
{
    /// <summary>What the server buffers of one answer before it waits for the reader.</summary>
    public const int PieceBytes = 8 * 1024;

    /// <summary>
    /// Writes piece by piece and flushes each but the last, which what follows may join: flush at the end. Written at once, the whole answer would
    /// be copied into the connection's buffer, and a reader who does not read would get as long as the whole takes at the lowest rate; so each piece
    /// has to get through within <see cref="HttpConnectionOptions.ReaderPatience"/>.
    /// </summary>
    public static ValueTask WriteInPiecesAsync(this HttpResponse response, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length > PieceBytes) return new ValueTask(WriteInPiecesAsync(response.BodyWriter, bytes, cancellationToken));
        response.BodyWriter.Write(bytes.Span);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc cref="WriteInPiecesAsync(HttpResponse, ReadOnlyMemory{byte}, CancellationToken)"/>
    public static async Task WriteInPiecesAsync(this PipeWriter body, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        for (; bytes.Length > PieceBytes; bytes = bytes[PieceBytes..])
        {
            body.Write(bytes.Span[..PieceBytes]);
            await body.FlushAsync(cancellationToken);
        }
        body.Write(bytes.Span);
    }
}
