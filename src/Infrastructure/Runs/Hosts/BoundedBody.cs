using System.Buffers;

namespace ModuleX.Infrastructure.Runs.Hosts;

/// <summary>Reads a body up to a limit. What counts is what comes out of decompression: 300 KB on the wire can be 300 MB.</summary>
internal static class BoundedBody
{
    private const int FirstBufferBytes = 16 * 1024;
    private const int LargestFirstBufferBytes = 128 * 1024;

    /// <param name="memory">Where a body above <see cref="AnswerMemory.FreeBytes"/> waits for its part.</param>
    /// <returns>The body, whether it has more than the limit (then it is its first part), and its part of the memory, null for a small one.</returns>
    public static async Task<(byte[] Body, bool HasMore, IDisposable? Reserved)> ReadAsync(
        HttpContent content, long limit, AnswerMemory memory, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength is 0) return ([], false, null);
        await using var stream = ContentCoding.Decode(content, await content.ReadAsStreamAsync(cancellationToken));
        // The length is only a hint: a service that announces much and sends nothing must not cost memory.
        var expected = content.Headers.ContentLength is { } length ? (int)Math.Min(length + 1, LargestFirstBufferBytes) : FirstBufferBytes;
        var buffer = ArrayPool<byte>.Shared.Rent(expected);
        IDisposable? reserved = null;
        try
        {
            var count = 0;
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken);
                if (read == 0) break;
                count += read;
                if (count > limit) break;
                if (count > AnswerMemory.FreeBytes) reserved ??= await memory.ReserveAsync(MostOf(content, limit), cancellationToken);
                if (count < buffer.Length) continue;
                var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, count).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
            var body = buffer.AsSpan(0, (int)Math.Min(count, limit)).ToArray();
            (var given, reserved) = (reserved, null);
            return (body, count > limit, given);
        }
        finally
        {
            reserved?.Dispose();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>What the body can have at the most: its length where nothing is decompressed, else the limit.</summary>
    private static long MostOf(HttpContent content, long limit) =>
        content.Headers.ContentLength is { } length && content.Headers.ContentEncoding.Count == 0 ? Math.Min(length, limit) : limit;
}
