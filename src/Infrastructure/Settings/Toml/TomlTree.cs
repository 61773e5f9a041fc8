namespace ModuleX.Infrastructure.Settings.Toml;

/// <summary>
/// The tables of a document as they grow, with TOML's rules on what may be defined where: nothing twice, and nothing in a table that
/// is defined elsewhere.
/// </summary>
internal sealed class TomlTree(TomlText text)
{
    // Readers and those who walk the tree recurse; a document must not decide how deep.
    private const int MaximumDepth = 64;

    public TomlTable Root { get; } = new(TomlTableOrigin.Header, depth: 0);

    /// <summary><c>[path]</c>: the table that the following keys go to.</summary>
    public TomlTable OpenTable(List<TomlKey> path)
    {
        var (parent, key) = (Walk(path), path[^1]);
        switch (parent.Find(key.Name))
        {
            case null:
                return AddTable(parent, key, TomlTableOrigin.Header);
            case { Value: TomlTable { Origin: TomlTableOrigin.Path } table }:
                table.Origin = TomlTableOrigin.Header;
                return table;
            case var entry:
                throw AlreadyThere(key, entry);
        }
    }

    /// <summary><c>[[path]]</c>: one more table of an array.</summary>
    public TomlTable OpenArrayItem(List<TomlKey> path)
    {
        var (parent, key) = (Walk(path), path[^1]);
        var entry = parent.Find(key.Name);
        var array = entry switch
        {
            null => new TomlArray(),
            { Value: TomlArray { Open: not null } open } => open,
            _ => throw AlreadyThere(key, entry),
        };
        CheckDepth(parent.Depth + 2, key.Offset);
        if (entry is null) parent.Add(key, array);
        array.Open = new TomlTable(TomlTableOrigin.Header, parent.Depth + 2);
        array.Items.Add(array.Open);
        return array.Open;
    }

    /// <summary>The table that the last part of a dotted key goes to, which has no such key yet.</summary>
    public TomlTable TableFor(List<TomlKey> path, TomlTable current)
    {
        foreach (var key in path[..^1])
        {
            switch (current.Find(key.Name))
            {
                case null:
                    current = AddTable(current, key, TomlTableOrigin.DottedKey);
                    break;
                case { Value: TomlTable { Origin: TomlTableOrigin.Path or TomlTableOrigin.DottedKey } table }:
                    table.Origin = TomlTableOrigin.DottedKey;
                    current = table;
                    break;
                case var entry:
                    throw AlreadyThere(key, entry);
            }
        }
        return current.Find(path[^1].Name) is { } there ? throw AlreadyThere(path[^1], there) : current;
    }

    /// <exception cref="TomlSyntaxException">It is too deep.</exception>
    public void CheckDepth(int depth, int offset)
    {
        if (depth > MaximumDepth) throw text.FaultAt(offset, $"tables and arrays are {MaximumDepth} deep at most");
    }

    /// <summary>The table around the last part of a header's path. Headers go on in the last table of an array.</summary>
    private TomlTable Walk(List<TomlKey> path)
    {
        var current = Root;
        foreach (var key in path[..^1])
        {
            current = current.Find(key.Name) switch
            {
                null => AddTable(current, key, TomlTableOrigin.Path),
                { Value: TomlTable { Origin: not TomlTableOrigin.Inline } table } => table,
                { Value: TomlArray { Open: { } last } } => last,
                var entry => throw AlreadyThere(key, entry),
            };
        }
        return current;
    }

    private TomlTable AddTable(TomlTable parent, TomlKey key, TomlTableOrigin origin)
    {
        CheckDepth(parent.Depth + 1, key.Offset);
        var table = new TomlTable(origin, parent.Depth + 1);
        parent.Add(key, table);
        return table;
    }

    private TomlSyntaxException AlreadyThere(TomlKey key, TomlEntry entry) =>
        text.FaultAt(key.Offset, $"this key is defined on line {text.LineOf(entry.Key.Offset)}, and nothing can be added to it here");
}
