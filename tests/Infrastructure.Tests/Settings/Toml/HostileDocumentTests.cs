using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ModuleX.Infrastructure.Settings;
using ModuleX.Infrastructure.Settings.Toml;

namespace ModuleX.Infrastructure.Tests.Settings.Toml;

/// <summary>Whatever is in a file: it is read, or refused with a line. Nothing else ever happens.</summary>
public sealed class HostileDocumentTests
{
    private const int Mebibyte = 1024 * 1024;

    /// <summary>What TOML is made of: together they come near to documents, and cross the rules that random letters never reach.</summary>
    private static readonly string[] Pieces =
    [
        "a", "b", "c", "\"a\"", "'b'", ".", "=", " = ", ",", "[", "]", "[[", "]]", "{", "}", "\n", "\r\n", "\r", "#", " ", "\t", "\"", "'", "\"\"\"", "'''", "\\", "\\u00e9", "\\uD800", "\\n",
        "1", "0", "-", "+", "_", "e", "0x", "0o", "0b", "inf", "nan", "true", "1979-05-27", "T", "07:32:00", "Z", "\0", "\u007f", "é", "😀", "\uD83D", ":",
        "a = 1\n", "[a]\n", "[a.b]\n", "[[a]]\n", "a.b = {}\n", "b = [1, {c = 2}]\n",
    ];

    [Fact]
    public void Any_text_is_read_or_refused() => Prop.ForAll<NonNull<string>>(text => IsReadOrRefused(Encoding.UTF8.GetBytes(text.Get))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_are_read_or_refused() => Prop.ForAll<byte[]>(bytes => IsReadOrRefused(bytes ?? [])).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_pieces_of_TOML_are_read_or_refused() =>
        Prop.ForAll(Gen.Elements(Pieces).ArrayOf().ToArbitrary(), pieces => IsReadOrRefused(Encoding.UTF8.GetBytes(string.Concat(pieces))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Theory]
    [InlineData("a = ", "[", "")]
    [InlineData("a = ", "{a=", "")]
    [InlineData("a = ", "[{a=", "")]
    [InlineData("[", "a.", "a]")]
    [InlineData("[[", "a.", "a]]")]
    [InlineData("", "a.", "a = 1")]
    [InlineData("a = {", "b.", "b = 1")]
    public void Depth_is_bounded(string before, string repeated, string after) =>
        TomlDocuments.Refused(before + string.Concat(Enumerable.Repeat(repeated, 100_000)) + after).Message.ShouldContain("64 deep");

    [Fact]
    public void Sixty_four_are_not_too_deep() => TomlDocuments.Read($"a = {new string('[', 64)}{new string(']', 64)}").Entries.Count.ShouldBe(1);

    [Fact]
    public void Size_is_bounded()
    {
        TomlReader.Read(Encoding.UTF8.GetBytes(new string('\n', Mebibyte))).Root.Entries.ShouldBeEmpty();
        TomlDocuments.Refused(new string('\n', Mebibyte + 1)).Message.ShouldContain("1 MiB");
    }

    private static bool IsReadOrRefused(byte[] utf8)
    {
        try
        {
            TomlSettings.Of(TomlReader.Read(utf8));
            return true;
        }
        catch (TomlSyntaxException exception)
        {
            return exception is { Line: > 0, Column: > 0 };
        }
    }
}
