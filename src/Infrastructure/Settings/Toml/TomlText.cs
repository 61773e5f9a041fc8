using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ModuleX.Infrastructure.Settings.Toml;

/// <summary>
/// The characters of a document, and how far they are read. What no part of a document may hold is refused up front; line ends are <c>\n</c>
/// from then on, and <see cref="End"/> can only be the end.
/// </summary>
internal sealed class TomlText
{
    public const char End = '\0';

    public const int MaximumBytes = 1024 * 1024;

    /// <summary>All control characters but tab and line feed; a carriage return that is left stands before no line feed.</summary>
    private static readonly SearchValues<char> Forbidden = SearchValues.Create([.. Enumerable.Range(0, ' ').Append(0x7F).Select(code => (char)code).Except("\t\n")]);

    private readonly string _text;

    private TomlText(string text) => _text = text;

    /// <summary>Where the next character is.</summary>
    public int Offset { get; private set; }

    public char Current => this[0];

    /// <summary>A character from here on; <see cref="End"/> beyond the last one.</summary>
    public char this[int ahead] => Offset + ahead < _text.Length ? _text[Offset + ahead] : End;

    /// <exception cref="TomlSyntaxException">It is too large, is not UTF-8, or has a character that TOML does not allow.</exception>
    public static TomlText Decode(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaximumBytes) throw new TomlSyntaxException(1, 1, "a file has 1 MiB at most");
        // TOML has no byte order mark, but some editors write one.
        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(utf8))
        {
            var good = Decoded(utf8[..LengthOfValid(utf8)]);
            throw good.FaultAt(good._text.Length, "this is not UTF-8");
        }
        var text = Decoded(utf8);
        var forbidden = text._text.AsSpan().IndexOfAny(Forbidden);
        return forbidden < 0 ? text : throw text.FaultAt(forbidden, $"the control character U+{(int)text._text[forbidden]:X4} is not allowed here");
    }

    public void Skip(int count) => Offset = Math.Min(Offset + count, _text.Length);

    public bool TryTake(string expected)
    {
        if (!_text.AsSpan(Offset).StartsWith(expected, StringComparison.Ordinal)) return false;
        Offset += expected.Length;
        return true;
    }

    /// <summary>What comes next of these characters; may be empty.</summary>
    public ReadOnlySpan<char> TakeAll(SearchValues<char> characters) => Take(_text.AsSpan(Offset).IndexOfAnyExcept(characters));

    /// <summary>What comes before one of these characters, or before the end.</summary>
    public ReadOnlySpan<char> TakeUntil(SearchValues<char> characters) => Take(_text.AsSpan(Offset).IndexOfAny(characters));

    public TomlSyntaxException Fault(string problem) => FaultAt(Offset, problem);

    public TomlSyntaxException FaultAt(int offset, string problem)
    {
        var before = _text.AsSpan(0, offset);
        var column = 1;
        foreach (var _ in before[(before.LastIndexOf('\n') + 1)..].EnumerateRunes()) column++;
        return new TomlSyntaxException(LineOf(offset), column, problem);
    }

    public int LineOf(int offset) => 1 + _text.AsSpan(0, offset).Count('\n');

    private static TomlText Decoded(ReadOnlySpan<byte> utf8) => new(Encoding.UTF8.GetString(utf8).Replace("\r\n", "\n", StringComparison.Ordinal));

    private static int LengthOfValid(ReadOnlySpan<byte> utf8)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(utf8[length..], out _, out var consumed) == OperationStatus.Done) length += consumed;
        return length;
    }

    private ReadOnlySpan<char> Take(int length)
    {
        var taken = length < 0 ? _text.AsSpan(Offset) : _text.AsSpan(Offset, length);
        Offset += taken.Length;
        return taken;
    }
}
