using ModuleX.Domain.Catalog;

namespace ModuleX.Domain.Tests.Catalog;

public sealed class TextTemplateTests
{
    [Theory]
    [InlineData("{token}", "T")]
    [InlineData("Bearer {token}", "Bearer T")]
    [InlineData("{user}:{token}", "U:T")]
    [InlineData("{token}{token}", "TT")]
    [InlineData("a{user}b{token}c", "aUbTc")]
    [InlineData("fixed", "fixed")]
    [InlineData("", "")]
    [InlineData("{Not a name} {}", "{Not a name} {}")]
    public void Names_are_replaced_and_the_rest_stays(string template, string expected) => Fill(template).ShouldBe(expected);

    [Theory]
    [InlineData("{missing}")]
    [InlineData("Bearer {missing}")]
    [InlineData("{user}:{missing}")]
    public void Missing_value_gives_nothing_rather_than_a_gap(string template) => Fill(template).ShouldBeNull();

    [Fact]
    public void Value_with_braces_is_not_filled_again() => new TextTemplate("{a} {b}").Fill(name => "{" + name + "}").ShouldBe("{a} {b}");

    [Fact]
    public void Names_come_in_order() => new TextTemplate("{b} and {a}").Names.ShouldBe(["b", "a"]);

    private static string? Fill(string template) => new TextTemplate(template).Fill(name => name switch { "token" => "T", "user" => "U", _ => null });
}
