using System.Buffers.Binary;
using System.Buffers.Text;

namespace ModuleX.Application.Paging;

/// <summary>
/// The place of an item in a list whose newest item comes first: when it was made, and its id where two were made at once. Unlike a page's number it stays
/// right while items come and go.
/// </summary>
public readonly record struct Cursor(DateTimeOffset At, Guid Id)
{
    private const int Bytes = 24;

    /// <summary>Reads what <see cref="ToString"/> wrote; null for any other text.</summary>
    public static Cursor? Find(string text)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (!Base64Url.IsValid(text, out var length) || length != Bytes) return null;
        Base64Url.DecodeFromChars(text, bytes);
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return null;
        return new Cursor(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[8..], bigEndian: true));
    }

    /// <summary>Opaque to callers.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, At.UtcTicks);
        Id.TryWriteBytes(bytes[8..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }
}

/// <summary>A part of a list with cursors.</summary>
/// <param name="After">The last item of the page before; null for the first page.</param>
/// <param name="Take">How many items at the most, at least 1.</param>
public readonly record struct CursorRequest(Cursor? After, int Take)
{
    /// <summary>What to read: one item more tells whether there is a next page.</summary>
    public int Read => Take + 1;
}

/// <summary>A page of a list, newest first.</summary>
/// <param name="Next">Where the next page begins; null for the last one.</param>
public sealed record CursorPage<T>(IReadOnlyList<T> Items, Cursor? Next)
{
    /// <param name="read">Up to <see cref="CursorRequest.Read"/> items.</param>
    public static CursorPage<T> Of(IReadOnlyList<T> read, CursorRequest request, Func<T, Cursor> cursorOf) =>
        read.Count <= request.Take ? new(read, null) : new([.. read.Take(request.Take)], cursorOf(read[request.Take - 1]));

    public CursorPage<TOther> Select<TOther>(Func<T, TOther> map) => new([.. Items.Select(map)], Next);
}
