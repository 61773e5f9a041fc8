using System.Buffers;

namespace ModuleX.Infrastructure.Settings.Toml;

/// <summary>Reads what stands behind an equals sign.</summary>
internal sealed class TomlValues(TomlText text, TomlStrings strings, TomlKeys keys, TomlTree tree)
{
    private static readonly SearchValues<char> OfWords = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+.:");
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n");

    /// <summary><c>key = value</c>, into a table or into one below it.</summary>
    public void ReadInto(TomlTable table)
    {
        var path = keys.Read();
        if (!text.TryTake("=")) throw text.Fault("an equals sign is expected behind the key");
        var target = tree.TableFor(path, table);
        keys.SkipBlanks();
        target.Add(path[^1], Read(target.Depth + 1));
    }

    /// <summary>Reads to the end of a line, past a comment if there is one.</summary>
    public void SkipComment()
    {
        if (text.Current == '#') text.TakeUntil(LineEnds);
    }

    private TomlValue Read(int depth)
    {
        if (strings.IsNext) return new TomlScalar(TomlType.Text, strings.Read());
        var offset = text.Offset;
        if (text.Current is '[' or '{') tree.CheckDepth(depth, offset);
        if (text.TryTake("[")) return ReadArray(depth);
        return text.TryTake("{") ? ReadInlineTable(depth) : ReadWord(offset);
    }

    private TomlArray ReadArray(int depth)
    {
        var array = new TomlArray();
        SkipBlanksAndLines();
        while (!text.TryTake("]"))
        {
            array.Items.Add(Read(depth + 1));
            SkipBlanksAndLines();
            if (text.TryTake(",")) SkipBlanksAndLines();
            else if (text.Current != ']') throw text.Fault("a comma or a closing bracket is expected in the array");
        }
        return array;
    }

    /// <summary>On one line, and without a comma at the end.</summary>
    private TomlTable ReadInlineTable(int depth)
    {
        var table = new TomlTable(TomlTableOrigin.Inline, depth);
        keys.SkipBlanks();
        if (text.TryTake("}")) return table;
        do
        {
            ReadInto(table);
            keys.SkipBlanks();
        }
        while (text.TryTake(","));
        return text.TryTake("}") ? table : throw text.Fault("a comma or a closing brace is expected in the inline table, on the same line");
    }

    private void SkipBlanksAndLines()
    {
        do
        {
            keys.SkipBlanks();
            SkipComment();
        }
        while (text.TryTake("\n"));
    }

    private TomlScalar ReadWord(int offset)
    {
        var word = text.TakeAll(OfWords).ToString();
        if (TomlTimes.IsDateAlone(word) && text.Current == ' ' && char.IsAsciiDigit(text[1]))
        {
            text.Skip(1);
            word = $"{word} {text.TakeAll(OfWords)}";
        }
        if (word is "true" or "false") return new TomlScalar(TomlType.Boolean, word);
        return TomlNumbers.Read(word, out var problem) ?? (problem is null ? TomlTimes.Read(word, out problem) : null)
            ?? throw text.FaultAt(offset, problem ?? "a value is expected: a string between quotes, a number, true, false, a date or time, an array or an inline table");
    }
}
