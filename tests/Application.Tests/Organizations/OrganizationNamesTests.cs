using ModuleX.Application.Organizations;

namespace ModuleX.Application.Tests.Organizations;

public sealed class OrganizationNamesTests
{
    [Theory]
    [InlineData("My Organization", "my-organization")]
    [InlineData("  --A & B!! ", "a-b")]
    [InlineData("Zürich", "z-rich")]
    [InlineData("組織", "organization")]
    [InlineData("X", "organization-x")]
    [InlineData("42", "42")]
    public void A_slug_is_made_of_what_may_stand_in_one(string name, string slug) => OrganizationNames.SlugOf(name).ShouldBe(slug);

    [Fact]
    public void A_slug_has_at_most_50_characters() => OrganizationNames.SlugOf(string.Join(' ', Enumerable.Repeat("word", 30))).Length.ShouldBeInRange(45, 50);
}
