using System.Buffers;

namespace ModuleX.Infrastructure.Runs.Hosts;

/// <summary>Reads a body up to a limit. What counts is what comes out of decompression: 300 KB on the wire can be 300 MB.</summary>
internal static class BoundedBody
{
    private const int FirstBufferBytes = 16 * 1024;
    private const int LargestFirstBufferBytes = 128 * 1024;

    /// <returns>The body, and whether it has more than the limit; then it is its first part.</returns>
    public static async Task<(byte[] Body, bool HasMore)> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength is 0) return ([], false);
        await using var stream = ContentCoding.Decode(content, await content.ReadAsStreamAsync(cancellationToken));
        // The length is only a hint: a service that announces much and sends nothing must not cost memory.
        var expected = content.Headers.ContentLength is { } length ? (int)Math.Min(length + 1, LargestFirstBufferBytes) : FirstBufferBytes;
        var buffer = ArrayPool<byte>.Shared.Rent(expected);
        try
        {
            var count = 0;
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken);
                if (read == 0) return (buffer.AsSpan(0, count).ToArray(), false);
                count += read;
                if (count > limit) return (buffer.AsSpan(0, (int)limit).ToArray(), true);
                if (count < buffer.Length) continue;
                var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, count).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
