using System.Buffers;
using System.Globalization;
using System.Text;

namespace ModuleX.Infrastructure.Settings.Toml;

/// <summary>Reads strings of the four kinds.</summary>
internal sealed class TomlStrings(TomlText text)
{
    private const string BasicFence = "\"\"\"";
    private const string LiteralFence = "'''";

    private static readonly SearchValues<char> BasicStops = SearchValues.Create("\"\\\n");
    private static readonly SearchValues<char> LiteralStops = SearchValues.Create("'\n");
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t");
    private static readonly SearchValues<char> BlanksAndLineEnds = SearchValues.Create(" \t\n");

    /// <summary>True where a string begins.</summary>
    public bool IsNext => text.Current is '"' or '\'';

    /// <summary>A value: any of the four kinds.</summary>
    public string Read()
    {
        if (text.TryTake(BasicFence)) return ReadLines(BasicStops, '"');
        return text.TryTake(LiteralFence) ? ReadLines(LiteralStops, '\'') : ReadLine();
    }

    /// <summary>A string of one line, which is all that a key can be.</summary>
    public string ReadLine()
    {
        var (opening, quote) = (text.Offset, text.Current);
        text.Skip(1);
        var content = new StringBuilder();
        while (true)
        {
            content.Append(text.TakeUntil(quote == '"' ? BasicStops : LiteralStops));
            switch (text.Current)
            {
                case '\\':
                    ReadEscape(content);
                    break;
                case '\n' or TomlText.End:
                    throw text.FaultAt(opening, "this string does not end on its line");
                default:
                    text.Skip(1);
                    return content.ToString();
            }
        }
    }

    private string ReadLines(SearchValues<char> stops, char quote)
    {
        var opening = text.Offset - BasicFence.Length;
        text.TryTake("\n");
        var content = new StringBuilder();
        while (true)
        {
            content.Append(text.TakeUntil(stops));
            switch (text.Current)
            {
                case TomlText.End:
                    throw text.FaultAt(opening, "this string does not end");
                case '\\':
                    if (!TrySkipLineEnd()) ReadEscape(content);
                    break;
                case '\n':
                    content.Append('\n');
                    text.Skip(1);
                    break;
                default:
                    if (IsEnd(quote, content)) return content.ToString();
                    break;
            }
        }
    }

    /// <summary>Up to two quotes may stand anywhere, also right before the three that end the string.</summary>
    private bool IsEnd(char quote, StringBuilder content)
    {
        var quotes = 1;
        while (quotes < 5 && text[quotes] == quote) quotes++;
        text.Skip(quotes);
        content.Append(quote, quotes < 3 ? quotes : quotes - 3);
        return quotes >= 3;
    }

    /// <summary>A backslash as the last thing of a line takes along all blank space up to the next character.</summary>
    private bool TrySkipLineEnd()
    {
        var blanks = 1;
        while (Blanks.Contains(text[blanks])) blanks++;
        if (text[blanks] != '\n') return false;
        text.Skip(blanks);
        text.TakeAll(BlanksAndLineEnds);
        return true;
    }

    private void ReadEscape(StringBuilder content)
    {
        var (offset, letter) = (text.Offset, text[1]);
        text.Skip(2);
        _ = letter switch
        {
            'b' => content.Append('\b'),
            't' => content.Append('\t'),
            'n' => content.Append('\n'),
            'f' => content.Append('\f'),
            'r' => content.Append('\r'),
            '"' or '\\' => content.Append(letter),
            'u' => content.Append(ReadCodePoint(4, offset)),
            'U' => content.Append(ReadCodePoint(8, offset)),
            _ => throw text.FaultAt(offset, @"an escape is one of \b \t \n \f \r \"" \\ \uXXXX \UXXXXXXXX; a string between single quotes has none"),
        };
    }

    private Rune ReadCodePoint(int digits, int offset)
    {
        var code = 0u;
        for (var read = 0; read < digits; read++, text.Skip(1))
        {
            if (!char.IsAsciiHexDigit(text.Current)) throw text.FaultAt(offset, string.Create(CultureInfo.InvariantCulture, $"this escape has {digits} hexadecimal digits"));
            code = (code << 4) | (uint)Convert.ToInt32(text.Current.ToString(), 16);
        }
        return Rune.TryCreate(code, out var character) ? character : throw text.FaultAt(offset, "there is no such character");
    }
}
