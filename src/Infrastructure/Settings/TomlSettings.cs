using System.Globalization;
using ModuleX.Infrastructure.Settings.Toml;

namespace ModuleX.Infrastructure.Settings;

/// <summary>Puts a document into settings: tables nest with colons, the items of an array have their index as name.</summary>
internal static class TomlSettings
{
    // Every value has its whole name, so a long one around many values would take memory out of all proportion to the file.
    private const int MaximumNameLength = 512;

    /// <exception cref="TomlSyntaxException">A key can't be a setting's name.</exception>
    public static Dictionary<string, string?> Of(TomlDocument document)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        AddTable("", document.Root, document.Text, settings);
        return settings;
    }

    private static void AddTable(string prefix, TomlTable table, TomlText text, Dictionary<string, string?> settings)
    {
        var names = new Dictionary<string, TomlKey>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in table.Entries)
        {
            if (Problem(prefix, key, names, text) is { } problem) throw text.FaultAt(key.Offset, problem);
            names.Add(key.Name, key);
            Add(prefix + key.Name, value, text, settings);
        }
    }

    private static string? Problem(string prefix, TomlKey key, Dictionary<string, TomlKey> names, TomlText text)
    {
        if (key.Name.Length == 0) return "a setting has a name";
        if (key.Name.Contains(':', StringComparison.Ordinal)) return "a setting's name has no colon; write a table, or a dot between two keys";
        if (prefix.Length + key.Name.Length > MaximumNameLength) return string.Create(CultureInfo.InvariantCulture, $"a setting's name has {MaximumNameLength} characters at most, with the tables around it");
        return names.TryGetValue(key.Name, out var other) ? $"this key is the one of line {text.LineOf(other.Offset)}: upper and lower case are the same in settings" : null;
    }

    private static void Add(string name, TomlValue value, TomlText text, Dictionary<string, string?> settings)
    {
        switch (value)
        {
            case TomlScalar scalar:
                settings.Add(name, scalar.Text);
                break;
            case TomlTable { Entries.Count: > 0 } table:
                AddTable(name + ":", table, text, settings);
                break;
            case TomlArray { Items.Count: > 0 } array:
                foreach (var (index, item) in array.Items.Index()) Add(string.Create(CultureInfo.InvariantCulture, $"{name}:{index}"), item, text, settings);
                break;
            default:
                // As JSON settings have it: an empty array is bound as one, an empty table says nothing.
                settings.Add(name, value is TomlArray ? "" : null);
                break;
        }
    }
}
