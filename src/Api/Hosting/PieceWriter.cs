using System.Buffers;
using System.IO.Pipelines;

namespace ModuleX.Api.Hosting;

/// <summary>A pipe that takes large writes aside and passes them on in pieces when it is flushed. Writes of a piece or less go straight through.</summary>
internal sealed class PieceWriter(PipeWriter inner) : PipeWriter
{
    /// <summary>What was written beyond a piece since the last flush; null for nothing.</summary>
    private ArrayBufferWriter<byte>? _rest;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => inner.UnflushedBytes + (_rest?.WrittenCount ?? 0);

    public override Memory<byte> GetMemory(int sizeHint = 0) => GoesThrough(sizeHint) ? inner.GetMemory(sizeHint) : (_rest ??= new()).GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        if (_rest is null) inner.Advance(bytes);
        else _rest.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        _rest is null ? inner.FlushAsync(cancellationToken) : FlushRestAsync(_rest, cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        if (_rest is { WrittenCount: > 0 } && exception is null) throw new InvalidOperationException("The answer was not flushed.");
        inner.Complete(exception);
    }

    public override async ValueTask CompleteAsync(Exception? exception = null)
    {
        if (exception is null) await FlushAsync();
        await inner.CompleteAsync(exception);
    }

    private bool GoesThrough(int sizeHint) => _rest is null && inner.UnflushedBytes + sizeHint <= AnswerInPieces.PieceBytes;

    private async ValueTask<FlushResult> FlushRestAsync(ArrayBufferWriter<byte> rest, CancellationToken cancellationToken)
    {
        _rest = null;
        await inner.FlushAsync(cancellationToken);
        await inner.WriteInPiecesAsync(rest.WrittenMemory, cancellationToken);
        return await inner.FlushAsync(cancellationToken);
    }
}
