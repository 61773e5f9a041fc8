using System.Globalization;
using Tomlyn.Syntax;

namespace ModuleX.Infrastructure.Settings;

/// <summary>
/// Puts a document into settings: tables nest with colons, the items of an array have their index as name. Refuses what is defined twice, of
/// which one would be lost, and names that settings can't have.
/// </summary>
internal sealed class TomlSettings
{
    // Every value has its whole name, so a long one around many values would take memory out of all proportion to the file.
    private const int MaximumNameLength = 512;

    private readonly Dictionary<string, string?> _settings = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Definition> _definitions = new(StringComparer.OrdinalIgnoreCase);

    private TomlSettings()
    {
    }

    /// <summary>What defined a name, which decides what may still be added to it.</summary>
    private enum Origin
    {
        /// <summary>It stands in the path of another table's header only, so its own header may follow.</summary>
        Path,

        /// <summary><c>[name]</c>.</summary>
        Header,

        /// <summary><c>[[name]]</c>.</summary>
        ArrayHeader,

        /// <summary>It stands in a dotted key.</summary>
        DottedKey,

        /// <summary>It has a value. An array or a table between brackets is complete with them.</summary>
        Value,
    }

    /// <exception cref="SettingsSyntaxException">A name is defined twice, or can't be a setting's.</exception>
    public static Dictionary<string, string?> Of(DocumentSyntax document)
    {
        var settings = new TomlSettings();
        foreach (var entry in document.KeyValues) settings.Add("", entry);
        foreach (var table in document.Tables) settings.Add(table);
        return settings._settings;
    }

    private void Add(TableSyntaxBase table)
    {
        var keys = KeysOf(table.Name!);
        var name = "";
        foreach (var key in keys[..^1]) name = Step(name, key, Origin.Path, [Origin.Path, Origin.Header, Origin.ArrayHeader, Origin.DottedKey]);
        name = table is TableArraySyntax
            ? Step(name, keys[^1], Origin.ArrayHeader, [Origin.ArrayHeader])
            : Step(name, keys[^1], Origin.Header, [Origin.Path]);
        foreach (var entry in table.Items) Add(name, entry);
    }

    private void Add(string prefix, KeyValueSyntax entry)
    {
        var keys = KeysOf(entry.Key!);
        foreach (var key in keys[..^1]) prefix = Step(prefix, key, Origin.DottedKey, [Origin.Path, Origin.DottedKey]);
        Add(Step(prefix, keys[^1], Origin.Value, []), entry.Value!);
    }

    private void Add(string name, ValueSyntax value)
    {
        switch (value)
        {
            case InlineTableSyntax table:
                foreach (var item in table.Items) Add(name, item.KeyValue!);
                break;
            case ArraySyntax { Items.ChildrenCount: > 0 } array:
                _settings.Remove(name);
                foreach (var (index, item) in array.Items.Index()) Add(string.Create(CultureInfo.InvariantCulture, $"{name}:{index}"), item.Value!);
                break;
            // Tomlyn reads 64 bits of a hexadecimal number and makes it negative.
            case IntegerValueSyntax { Value: < 0, Token.Text: ['0', ..] }:
                throw new SettingsSyntaxException(value.Span.Start, "an integer is from -9223372036854775808 to 9223372036854775807");
            default:
                _settings[name] = TextOf(value);
                break;
        }
    }

    /// <summary>Goes one key further, and on in the last item where that is an array of tables.</summary>
    /// <param name="allowed">Origins of a name that is there already.</param>
    private string Step(string prefix, Key key, Origin origin, ReadOnlySpan<Origin> allowed)
    {
        var name = prefix.Length == 0 ? key.Text : $"{prefix}:{key.Text}";
        if (ProblemOf(key.Text, name) is { } problem) throw new SettingsSyntaxException(key.Place, problem);
        if (!_definitions.TryGetValue(name, out var definition)) definition = new Definition(key, origin);
        else if (definition.Key.Text != key.Text) throw Twice(key, "is the one of", definition, ": upper and lower case are the same in settings");
        else if (!allowed.Contains(definition.Origin)) throw Twice(key, "is defined on", definition, ", and nothing can be added to it here");
        var isNew = _definitions.TryAdd(name, definition) || origin is Origin.ArrayHeader;
        if (origin is not Origin.Path) definition.Origin = origin;
        if (origin is Origin.ArrayHeader) definition.Items++;
        if (definition.Items > 0) name = string.Create(CultureInfo.InvariantCulture, $"{name}:{definition.Items - 1}");
        // As JSON settings have it: an empty table says nothing. What it has takes the place of that.
        _settings.Remove(prefix);
        if (isNew) _settings.Add(name, null);
        return name;
    }

    private static string? ProblemOf(string key, string name)
    {
        if (key.Length == 0) return "a setting has a name";
        if (key.Contains(':', StringComparison.Ordinal)) return "a setting's name has no colon; write a table, or a dot between two keys";
        return name.Length > MaximumNameLength ? $"a setting's name has {MaximumNameLength} characters at most, with the tables around it" : null;
    }

    private static SettingsSyntaxException Twice(Key key, string how, Definition first, string rule) =>
        new(key.Place, string.Create(CultureInfo.InvariantCulture, $"this key {how} line {first.Key.Place.Line + 1}{rule}"));

    private static Key[] KeysOf(KeySyntax key) => [KeyOf(key.Key!), .. key.DotKeys.Select(item => KeyOf(item.Key!))];

    private static Key KeyOf(BareKeyOrStringValueSyntax key) =>
        new(key is StringValueSyntax text ? text.Value! : ((BareKeySyntax)key).Key!.Text!, key.Span.Start);

    /// <summary>As .NET reads the type in the invariant culture; times in ISO 8601. An empty array is bound as one by an empty text.</summary>
    private static string? TextOf(ValueSyntax value) => value switch
    {
        StringValueSyntax text => text.Value,
        IntegerValueSyntax integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        FloatValueSyntax number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        BooleanValueSyntax boolean => boolean.Value ? "true" : "false",
        DateTimeValueSyntax time => time.Token!.Text!.Replace(' ', 'T').ToUpperInvariant(),
        _ => "",
    };

    private sealed record Key(string Text, TextPosition Place);

    private sealed class Definition(Key key, Origin origin)
    {
        public Key Key { get; } = key;

        public Origin Origin { get; set; } = origin;

        /// <summary>0 unless it is an array of tables.</summary>
        public int Items { get; set; }
    }
}
