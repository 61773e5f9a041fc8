using ModuleX.Domain.Identity;

namespace ModuleX.Domain.Tests.Identity;

public sealed class NameKeyTests
{
    [Fact]
    public void Names_that_differ_in_case_or_in_how_an_accent_is_written_are_one() =>
        NameKey.Of(" Rene\u0301@Example.com").ShouldBe(NameKey.Of("REN\u00C9@example.com"));

    [Theory]
    [InlineData("ada\u200B")]
    [InlineData("\u202Eada")]
    [InlineData("a\u00ADda")]
    [InlineData("ada\u034F")]
    [InlineData("ada\u3164")]
    [InlineData("ada\uFE0F")]
    [InlineData("ada\uDB40\uDC41")]
    [InlineData("ada\u2028")]
    [InlineData("ada\n")]
    public void Name_with_something_hidden_does_not_show_all(string name) => NameKey.ShowsAll(name).ShouldBeFalse();

    [Theory]
    [InlineData("René de la Cruz")]
    [InlineData("Rene\u0301")]
    [InlineData("山田 太郎")]
    [InlineData("محمد")]
    [InlineData("ada\U0001F680")]
    public void Name_that_shows_all_is_taken(string name) => NameKey.ShowsAll(name).ShouldBeTrue();
}
