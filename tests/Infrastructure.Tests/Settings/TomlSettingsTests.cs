using System.Text;
using Microsoft.Extensions.Configuration;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Infrastructure.Tests.Settings;

/// <summary>What a document is as settings.</summary>
public sealed class TomlSettingsTests
{
    [Fact]
    public void Tables_nest_and_items_are_numbered() => Settings(
        """
        PublicUrl = "https://modulex.example.com"
        Database.Provider = "postgresql"
        [Runs]
        MaxAttempts = 2
        DefaultTimeout = 00:00:20
        [Egress]
        Allow = ["*.internal", "10.0.0.0/8"]
        [[Servers]]
        Name = "first"
        [[Servers]]
        Weights = [0.5, { Of = true }]
        """).ShouldBe(
        new Dictionary<string, string?>
        {
            ["PublicUrl"] = "https://modulex.example.com",
            ["Database:Provider"] = "postgresql",
            ["Runs:MaxAttempts"] = "2",
            ["Runs:DefaultTimeout"] = "00:00:20",
            ["Egress:Allow:0"] = "*.internal",
            ["Egress:Allow:1"] = "10.0.0.0/8",
            ["Servers:0:Name"] = "first",
            ["Servers:1:Weights:0"] = "0.5",
            ["Servers:1:Weights:1:Of"] = "true",
        },
        ignoreOrder: true);

    [Fact]
    public async Task Example_of_the_documentation_is_taken()
    {
        var documentation = await File.ReadAllTextAsync(Repository.PathOf("docs", "settings.md"));
        var example = documentation.Split("```toml\n")[1].Split("```")[0];
        using var server = new AServer("");

        server.Write(example);

        (await server.ReloadAsync()).Error.ShouldBeNull();
        server.Settings["Egress:Allow:1"].ShouldBe("10.0.0.0/8");
        server.Settings["Logging:LogLevel:Microsoft.EntityFrameworkCore"].ShouldBe("Error");
    }

    [Fact]
    public void Empty_arrays_and_tables_are_as_in_JSON()
    {
        using var json = new MemoryStream("""{ "List": [], "Table": {} }"""u8.ToArray());
        var asJson = new ConfigurationBuilder().AddJsonStream(json).Build().AsEnumerable();

        Settings("List = []\nTable = {}").ShouldBe(asJson, ignoreOrder: true);
    }

    [Theory]
    [InlineData("a = 1\nA = 2", 2, 1)]
    [InlineData("[Runs]\nMaxAttempts = 1\nmaxattempts = 2", 3, 1)]
    [InlineData("[Runs]\n[runs.b]", 2, 2)]
    [InlineData("a = [{ b = 1, B = 2 }]", 1, 15)]
    [InlineData("\"Runs:MaxAttempts\" = 1", 1, 1)]
    [InlineData("[a]\n'b:c' = 1", 2, 1)]
    [InlineData("\"\" = 1", 1, 1)]
    public void Keys_that_settings_can_not_have_are_refused(string text, int line, int column)
    {
        var refused = Should.Throw<SettingsSyntaxException>(() => Settings(text));

        (refused.Line, refused.Column).ShouldBe((line, column), refused.Message);
    }

    [Theory]
    [InlineData("a = 1\na = 2", 2, 1)]
    [InlineData("a = 1\n\"a\" = 2", 2, 1)]
    [InlineData("a = 1\na.b = 2", 2, 1)]
    [InlineData("a.b = 1\na = 2", 2, 1)]
    [InlineData("a = { b = 1, b = 2 }", 1, 14)]
    [InlineData("a = {}\na.b = 1", 2, 1)]
    [InlineData("a = {}\n[a.b]", 2, 2)]
    [InlineData("a = []\n[[a]]", 2, 3)]
    [InlineData("a = [{}]\n[a.b]", 2, 2)]
    [InlineData("[a]\n[a]", 2, 2)]
    [InlineData("[a]\nb = 1\n[a.b]", 3, 4)]
    [InlineData("[a.b]\n[a]\nb = 1", 3, 1)]
    [InlineData("[a.b.c]\n[a]\nb.c.d = 1", 3, 3)]
    [InlineData("[a]\nb.c = 1\n[a.b]", 3, 4)]
    [InlineData("[[a.b]]\n[a]\nb.c = 1", 3, 1)]
    [InlineData("[[a]]\n[a]", 2, 2)]
    [InlineData("[a]\n[[a]]", 2, 3)]
    public void Nothing_is_defined_twice(string text, int line, int column)
    {
        var refused = Should.Throw<SettingsSyntaxException>(() => Settings(text));

        refused.Message.ShouldMatch($"^line {line}, column {column}: this key is defined on line [12], and nothing can be added to it here$");
    }

    [Theory]
    [InlineData("[a.b]\nx = 1\n[a]\nc.d = 2\n[a.e]", "a:b:x=1 a:c:d=2 a:e=")]
    [InlineData("[a.b]\nx = 1\n[a]", "a:b:x=1")]
    [InlineData("[a]\n[a.b]\nx = 1", "a:b:x=1")]
    [InlineData("[a]\nb.c = 1\n[a.b.d]\ne = 2", "a:b:c=1 a:b:d:e=2")]
    [InlineData("[[a]]\nn = 1\n[a.b]\nc = 2\n[[a.d]]\n[[a.d]]\n[[a]]\n[a.b]", "a:0:n=1 a:0:b:c=2 a:0:d:0= a:0:d:1= a:1:b=")]
    [InlineData("\"127.0.0.1\" = 3\n3.14 = 'x'", "127.0.0.1=3 3:14=x")]
    public void Tables_may_be_added_to_from_several_places(string text, string settings) =>
        string.Join(' ', Settings(text).Select(setting => $"{setting.Key}={setting.Value}")).ShouldBe(settings);

    [Theory]
    [InlineData("+99", "99")]
    [InlineData("1_000_000", "1000000")]
    [InlineData("0xDEAD_beef", "3735928559")]
    [InlineData("0o755", "493")]
    [InlineData("5e+22", "5E+22")]
    [InlineData("-2E-2", "-0.02")]
    [InlineData("inf", "Infinity")]
    [InlineData("nan", "NaN")]
    [InlineData("true", "true")]
    [InlineData("1979-05-27t07:32:00z", "1979-05-27T07:32:00Z")]
    [InlineData("1979-05-27 00:32:00.999999-07:00", "1979-05-27T00:32:00.999999-07:00")]
    [InlineData("1979-05-27 # a day", "1979-05-27")]
    [InlineData("23:59:59.5", "23:59:59.5")]
    [InlineData(@"""a \t\""\\ \u00e9\U0001F600""", "a \t\"\\ é😀")]
    [InlineData(@"'C:\Users\n'", @"C:\Users\n")]
    [InlineData("\"\"\"\nfirst\nsecond\n\"\"\"", "first\nsecond\n")]
    public void Values_are_written_as_dotnet_reads_them(string written, string value) => Settings($"x = {written}")["x"].ShouldBe(value);

    [Fact]
    public void Hexadecimal_numbers_do_not_turn_negative() => Should.Throw<SettingsSyntaxException>(() => Settings("a = 0xffffffffffffffff"));

    [Fact]
    public void Long_names_around_many_values_are_refused() =>
        Should.Throw<SettingsSyntaxException>(() => Settings($"[{new string('a', 500)}]\nb = 1\nlonger_than_that = 2")).Line.ShouldBe(3);

    private static Dictionary<string, string?> Settings(string text) => TomlSettings.Of(TomlFile.Parse(Encoding.UTF8.GetBytes(text)));
}
