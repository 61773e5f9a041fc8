using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>
/// The characters of a JSON string, read into a buffer of the caller's stack where they fit, so that a check allocates nothing.
/// Unlike <see cref="JsonElement.GetString"/> it takes lone surrogates ("\ud800") as they are: they are valid JSON,
/// and must not end in an exception.
/// </summary>
internal ref struct Text
{
    /// <summary>How long the caller's buffer should be: nearly every name and many a value fits.</summary>
    public const int ScratchLength = 128;

    private char[]? _rented;

    /// <param name="raw">UTF-8, escaped as in the document, without quotes.</param>
    /// <param name="scratch">Where the characters go if they fit.</param>
    public Text(ReadOnlySpan<byte> raw, Span<char> scratch)
    {
        var buffer = raw.Length <= scratch.Length ? scratch : _rented = ArrayPool<char>.Shared.Rent(raw.Length);
        Chars = buffer[..Unescape(raw, buffer)];
    }

    public ReadOnlySpan<char> Chars { get; private set; }

    public static string Of(JsonElement value) => Of(new Instance(value).RawText);

    public static string NameOf(JsonProperty property) => Of(JsonMarshal.GetRawUtf8PropertyName(property));

    public void Dispose()
    {
        if (_rented is null)
            return;

        // The text may be a secret; it must not wait in a shared buffer for the next reader.
        ArrayPool<char>.Shared.Return(_rented, clearArray: true);
        _rented = null;
        Chars = default;
    }

    private static string Of(ReadOnlySpan<byte> raw)
    {
        using var text = new Text(raw, stackalloc char[ScratchLength]);
        return text.Chars.ToString();
    }

    private static int Unescape(ReadOnlySpan<byte> raw, Span<char> into)
    {
        var written = 0;
        while (true)
        {
            var next = raw.IndexOf((byte)'\\');
            written += Encoding.UTF8.GetChars(next < 0 ? raw : raw[..next], into[written..]);
            if (next < 0)
                return written;

            var letter = raw[next + 1];
            into[written++] = letter switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                (byte)'u' => (char)ushort.Parse(raw.Slice(next + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                _ => (char)letter,
            };
            raw = raw[(next + (letter == (byte)'u' ? 6 : 2))..];
        }
    }
}
