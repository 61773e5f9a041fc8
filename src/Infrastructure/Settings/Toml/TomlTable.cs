namespace ModuleX.Infrastructure.Settings.Toml;

/// <summary>What made a table, which decides what may still be added to it.</summary>
internal enum TomlTableOrigin
{
    /// <summary>It stands in the path of another table's header only, so its own header may follow.</summary>
    Path,

    /// <summary><c>[name]</c> or an item of <c>[[name]]</c>; also the document itself.</summary>
    Header,

    /// <summary>It stands in a dotted key, and is defined by that.</summary>
    DottedKey,

    /// <summary>Between braces, and complete with them.</summary>
    Inline,
}

/// <summary>A name, and where in the text it is.</summary>
internal readonly record struct TomlKey(string Name, int Offset);

/// <summary>Keys with their values, in the order of the text.</summary>
/// <param name="depth">How many tables and arrays are around it.</param>
internal sealed class TomlTable(TomlTableOrigin origin, int depth) : TomlValue
{
    private readonly Dictionary<string, TomlEntry> _entries = [];

    public TomlTableOrigin Origin { get; set; } = origin;

    public int Depth { get; } = depth;

    public IReadOnlyCollection<TomlEntry> Entries => _entries.Values;

    public TomlEntry? Find(string name) => _entries.GetValueOrDefault(name);

    public void Add(TomlKey key, TomlValue value) => _entries.Add(key.Name, new TomlEntry(key, value));
}

/// <summary>A key with its value.</summary>
internal sealed record TomlEntry(TomlKey Key, TomlValue Value);

/// <summary>A whole document.</summary>
/// <param name="Text">Tells where a key is.</param>
internal sealed record TomlDocument(TomlTable Root, TomlText Text);
