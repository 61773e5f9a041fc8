using System.Text;
using Microsoft.Extensions.Configuration;
using ModuleX.Infrastructure.Settings;
using ModuleX.Infrastructure.Settings.Toml;

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
        var refused = Should.Throw<TomlSyntaxException>(() => Settings(text));

        (refused.Line, refused.Column).ShouldBe((line, column), refused.Message);
    }

    [Fact]
    public void Long_names_around_many_values_are_refused() => Should.Throw<TomlSyntaxException>(() => Settings($"[{new string('a', 500)}]\nb = 1\nlonger_than_that = 2")).Line.ShouldBe(3);

    private static Dictionary<string, string?> Settings(string text) => TomlSettings.Of(TomlReader.Read(Encoding.UTF8.GetBytes(text)));
}
