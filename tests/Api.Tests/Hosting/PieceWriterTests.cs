using System.Buffers;
using System.IO.Pipelines;
using ModuleX.Api.Hosting;

namespace ModuleX.Api.Tests.Hosting;

public sealed class PieceWriterTests
{
    private static readonly byte[] Large = [.. Enumerable.Range(0, 10 * AnswerInPieces.PieceBytes + 7).Select(number => (byte)(number % 251))];

    /// <summary>It waits for its reader from the first byte beyond a piece on.</summary>
    private readonly Pipe _pipe = new(
        new PipeOptions(pauseWriterThreshold: AnswerInPieces.PieceBytes, resumeWriterThreshold: 1, useSynchronizationContext: false));

    [Fact]
    public async Task Large_write_waits_for_its_reader_piece_by_piece()
    {
        var writer = new PieceWriter(_pipe.Writer);
        writer.Write("head"u8);
        writer.Write(Large);
        writer.Write("tail"u8);
        writer.UnflushedBytes.ShouldBe(Large.Length + 8);
        var flushing = writer.FlushAsync().AsTask();

        var received = new List<byte>();
        var most = 0L;
        while (received.Count < Large.Length + 8)
        {
            var read = await _pipe.Reader.ReadAsync();
            most = Math.Max(most, read.Buffer.Length);
            received.AddRange(read.Buffer.ToArray());
            _pipe.Reader.AdvanceTo(read.Buffer.End);
        }
        await flushing;

        received.ShouldBe([.. "head"u8, .. Large, .. "tail"u8]);
        most.ShouldBeLessThanOrEqualTo(2 * AnswerInPieces.PieceBytes);
    }

    [Fact]
    public async Task Small_writes_go_straight_through()
    {
        var writer = new PieceWriter(_pipe.Writer);
        writer.Write("one"u8);
        writer.Write("two"u8);

        _pipe.Writer.UnflushedBytes.ShouldBe(6);
        await writer.FlushAsync();
        (await _pipe.Reader.ReadAsync()).Buffer.ToArray().ShouldBe("onetwo"u8.ToArray());
    }
}
