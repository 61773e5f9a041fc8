using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using ModuleX.Application.ToolSessions;

namespace ModuleX.Application.Tests.ToolSessions;

public sealed class CredentialValuesTests
{
    [Fact]
    public void Values_survive_being_sealed_and_opened() => Prop.ForAll<Dictionary<NonNull<string>, NonNull<string>>>(generated =>
    {
        // A lone surrogate is no text: no browser and no JSON can carry one.
        var pairs = generated.Select(pair => KeyValuePair.Create(Text(pair.Key.Get), Text(pair.Value.Get))).DistinctBy(pair => pair.Key).ToList();
        var read = CredentialValues.Parse(new CredentialValues(pairs).ToUtf8());
        return read.Count == pairs.Count && pairs.TrueForAll(pair => read[pair.Key] == pair.Value);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("{\"a\":null}")]
    [InlineData("{\"a\":")]
    public void Anything_but_an_object_of_strings_is_a_bug(string text) =>
        Should.Throw<JsonException>(() => CredentialValues.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Text_is_masked_wherever_it_ends_up()
    {
        var values = new CredentialValues([new("api_key", "s3cret")]);

        values.ToString().ShouldBe("***");
        $"{new ConnectManuallyCommand(ModuleX.Tests.Shared.Given.SessionId(), values)}".ShouldNotContain("s3cret");
        $"{new TokenGrant(values, [], null)}".ShouldNotContain("s3cret");
        $"{new OAuthClient("id", "s3cret")}".ShouldNotContain("s3cret");
    }

    [Fact]
    public void Merged_values_are_those_of_both_and_the_other_wins()
    {
        var merged = new CredentialValues([new("a", "1"), new("b", "1")]).Merge(new([new("b", "2"), new("c", "2")]));

        JsonSerializer.Serialize(merged.OrderBy(pair => pair.Key).ToDictionary()).ShouldBe("""{"a":"1","b":"2","c":"2"}""");
    }

    [Fact]
    public void Missing_value_is_null_when_it_is_looked_for() => CredentialValues.Empty.Find("a").ShouldBeNull();

    private static string Text(string any) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(any));
}
