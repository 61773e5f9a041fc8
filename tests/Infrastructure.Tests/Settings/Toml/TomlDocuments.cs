using System.Text;
using ModuleX.Infrastructure.Settings.Toml;

namespace ModuleX.Infrastructure.Tests.Settings.Toml;

/// <summary>Reads documents that tests write.</summary>
internal static class TomlDocuments
{
    public static TomlTable Read(string text) => TomlReader.Read(Encoding.UTF8.GetBytes(text)).Root;

    /// <summary>The value of the key <c>x</c>.</summary>
    public static TomlScalar ReadScalar(string value) => Read($"x = {value}").Find("x").ShouldNotBeNull().Value.ShouldBeOfType<TomlScalar>();

    public static TomlSyntaxException Refused(string text) => Refused(Encoding.UTF8.GetBytes(text));

    public static TomlSyntaxException Refused(byte[] utf8) => Should.Throw<TomlSyntaxException>(() => TomlReader.Read(utf8));

    /// <summary>A table as people would write it down: <c>{a=1,b=[x,y]}</c>.</summary>
    public static string Show(TomlValue value) => value switch
    {
        TomlScalar scalar => scalar.Text,
        TomlArray array => $"[{string.Join(',', array.Items.Select(Show))}]",
        TomlTable table => $"{{{string.Join(',', table.Entries.Select(entry => $"{entry.Key.Name}={Show(entry.Value)}"))}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
