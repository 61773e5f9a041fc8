using System.Buffers;

namespace ModuleX.Infrastructure.Settings.Toml;

/// <summary>Reads keys: bare, quoted, and with dots between their parts.</summary>
internal sealed class TomlKeys(TomlText text, TomlStrings strings)
{
    private static readonly SearchValues<char> Bare = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t");

    /// <summary>At least one part. Blanks around it and around its dots are read along.</summary>
    public List<TomlKey> Read()
    {
        List<TomlKey> path = [];
        do
        {
            SkipBlanks();
            path.Add(ReadPart());
            SkipBlanks();
        }
        while (text.TryTake("."));
        return path;
    }

    public void SkipBlanks() => text.TakeAll(Blanks);

    private TomlKey ReadPart()
    {
        var offset = text.Offset;
        if (strings.IsNext) return new TomlKey(strings.ReadLine(), offset);
        var name = text.TakeAll(Bare);
        return name.Length > 0 ? new TomlKey(name.ToString(), offset) : throw text.Fault("a key is expected: letters, digits, _ and -, or a string");
    }
}
