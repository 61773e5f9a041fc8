using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Infrastructure.Tests.Settings;

/// <summary>What is said of a file that is not TOML: where and why, and nothing of what it holds.</summary>
public sealed class TomlFileTests
{
    private const int Mebibyte = 1024 * 1024;
    private const string Secret = "hunter2";

    /// <summary>What TOML is made of: together they come near to documents, and cross the rules that random letters never reach.</summary>
    private static readonly string[] Pieces =
    [
        "a", "b", "c", "\"a\"", "'b'", ".", "=", " = ", ",", "[", "]", "[[", "]]", "{", "}", "\n", "\r\n", "\r", "#", " ", "\t", "\"", "'",
        "\"\"\"", "'''", "\\", "\\u00e9", "\\uD800", "\\n", "1", "0", "-", "+", "_", "e", "0x", "0o", "inf", "nan", "true", "1979-05-27", "T",
        "07:32:00", "Z", "\0", "\u007f", "é", "😀", "\uD83D", ":", "`", Secret, $"\"{Secret}`{Secret}\"",
        "a = 1\n", "[a]\n", "[a.b]\n", "[[a]]\n", "a.b = {}\n", "b = [1, {c = 2}]\n",
    ];

    [Theory]
    [InlineData("a", "line 1, column 2: an equals sign is expected")]
    [InlineData("a 'hunter2'", "line 1, column 3: an equals sign is expected")]
    [InlineData("= 2", "line 1, column 1: a key is expected")]
    [InlineData("é = 1", "line 1, column 1: a key is expected")]
    [InlineData("a =", "line 1, column 4: a value is expected")]
    [InlineData("a = hunter2", "line 1, column 5: a value is expected")]
    [InlineData("a = True", "line 1, column 5: a value is expected")]
    [InlineData("a = 1 'hunter`2'", "line 1, column 7: the end of the line is expected")]
    [InlineData("a = [1 2]", "line 1, column 8: a comma or a closing bracket is expected in the array")]
    [InlineData("a = [1,\n2\nb = 3", "line 3, column 1: a comma or a closing bracket is expected in the array")]
    [InlineData("a = { b = 1 c = 2 }", "line 1, column 13: a comma or a closing brace is expected in the inline table")]
    [InlineData("[a\nb = 1", "line 1, column 3: a closing bracket is expected behind the table's name")]
    [InlineData("[a] b = 1", "line 1, column 5: the end of the line is expected")]
    [InlineData("x = '😀' y", "line 1, column 9: the end of the line is expected")]
    [InlineData("# 1\na = 'hunter2\nb = 1", "line 2, column 13: Invalid newline in a string")]
    [InlineData("[x]\na = '''hunter2\n2\n3", "line 4, column 2: *; the value begins on line 2")]
    [InlineData("a = \"hunter2\\", "line 1, column 14: Invalid End-Of-File")]
    [InlineData("a = \"\\q\"", "line 1, column 7: Unexpected escape character")]
    [InlineData("a = 9223372036854775808", "line 1, column 5: Unable to parse integer …")]
    [InlineData("a = 1979-02-30", "line 1, column 5: Unable to parse the date time/offset …")]
    [InlineData("a = '\0'", "line 1, column 5: Invalid control character")]
    public void What_is_not_TOML_is_refused_where_it_goes_wrong(string text, string problem)
    {
        var message = Refused(Encoding.UTF8.GetBytes(text)).Message;

        foreach (var part in problem.Split('*')) message.ShouldContain(part);
        message.ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'#', 0xFF }, 2)]
    [InlineData(new byte[] { (byte)'#', 0xC3 }, 2)]
    [InlineData(new byte[] { (byte)'#', 0xC3, 0xA9, 0xED, 0xA0, 0x80 }, 3)]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0 }, 1)]
    public void Bytes_that_are_not_UTF8_are_refused(byte[] bytes, int column) =>
        Refused(bytes).Message.ShouldBe($"line 1, column {column}: this is not UTF-8");

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_key() => IsReadOrRefused([0xEF, 0xBB, 0xBF, .. "a = 1"u8]).ShouldBe("");

    [Theory]
    [InlineData("a = ", "[", "", "63 deep")]
    [InlineData("a = ", "{a=", "", "63 deep")]
    [InlineData("a = ", "[{a=", "", "63 deep")]
    [InlineData("[", "a.", "a]", "512 characters")]
    [InlineData("", "a.", "a = 1", "512 characters")]
    public void Depth_is_bounded(string before, string repeated, string after, string problem) =>
        IsReadOrRefused(Encoding.UTF8.GetBytes(before + string.Concat(Enumerable.Repeat(repeated, 100_000)) + after)).ShouldContain(problem);

    [Fact]
    public void Size_is_bounded()
    {
        IsReadOrRefused(Encoding.UTF8.GetBytes(new string('\n', Mebibyte))).ShouldBe("");
        IsReadOrRefused(Encoding.UTF8.GetBytes(new string('\n', Mebibyte + 1))).ShouldContain("1 MiB");
    }

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Prop.ForAll<NonNull<string>>(text => Keeps(Encoding.UTF8.GetBytes(text.Get))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_are_read_or_refused() => Prop.ForAll<byte[]>(bytes => Keeps(bytes ?? [])).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_pieces_of_TOML_are_read_or_refused() =>
        Prop.ForAll(Gen.Elements(Pieces).ArrayOf().ToArbitrary(), pieces => Keeps(Encoding.UTF8.GetBytes(string.Concat(pieces))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    private static bool Keeps(byte[] utf8) => !IsReadOrRefused(utf8).Contains(Secret, StringComparison.Ordinal);

    /// <summary>The message; empty when the file is read. Any other exception fails the test.</summary>
    private static string IsReadOrRefused(byte[] utf8)
    {
        try
        {
            TomlSettings.Of(TomlFile.Parse(utf8));
            return "";
        }
        catch (SettingsSyntaxException exception) when (exception is { Line: > 0, Column: > 0 })
        {
            return exception.Message;
        }
    }

    private static SettingsSyntaxException Refused(byte[] utf8) => Should.Throw<SettingsSyntaxException>(() => TomlFile.Parse(utf8));
}
