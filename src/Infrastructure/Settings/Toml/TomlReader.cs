namespace ModuleX.Infrastructure.Settings.Toml;

/// <summary>Reads TOML 1.0 (https://toml.io/en/v1.0.0), all of it.</summary>
internal sealed class TomlReader
{
    private readonly TomlText _text;
    private readonly TomlTree _tree;
    private readonly TomlKeys _keys;
    private readonly TomlValues _values;

    private TomlReader(TomlText text)
    {
        var strings = new TomlStrings(text);
        _text = text;
        _tree = new TomlTree(text);
        _keys = new TomlKeys(text, strings);
        _values = new TomlValues(text, strings, _keys, _tree);
    }

    /// <exception cref="TomlSyntaxException">Whatever else is given. A document is bounded in size and in depth.</exception>
    public static TomlDocument Read(ReadOnlySpan<byte> utf8) => new TomlReader(TomlText.Decode(utf8)).ReadDocument();

    private TomlDocument ReadDocument()
    {
        var table = _tree.Root;
        while (_text.Current != TomlText.End)
        {
            _keys.SkipBlanks();
            if (_text.Current == '[') table = ReadHeader();
            else if (_text.Current is not ('#' or '\n' or TomlText.End)) _values.ReadInto(table);
            EndLine();
        }
        return new TomlDocument(_tree.Root, _text);
    }

    private TomlTable ReadHeader()
    {
        var isArrayItem = _text.TryTake("[[");
        if (!isArrayItem) _text.Skip(1);
        var path = _keys.Read();
        if (!_text.TryTake(isArrayItem ? "]]" : "]")) throw _text.Fault($"{(isArrayItem ? "two closing brackets are" : "a closing bracket is")} expected behind the table's name");
        return isArrayItem ? _tree.OpenArrayItem(path) : _tree.OpenTable(path);
    }

    private void EndLine()
    {
        _keys.SkipBlanks();
        _values.SkipComment();
        if (_text.Current != TomlText.End && !_text.TryTake("\n")) throw _text.Fault("the end of the line is expected");
    }
}
