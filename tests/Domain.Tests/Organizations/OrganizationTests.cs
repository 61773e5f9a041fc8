using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.Organizations;

public sealed class OrganizationTests
{
    [Theory]
    [InlineData("ab")]
    [InlineData("acme-2")]
    [InlineData("12345678901234567890123456789012345678901234567890")]
    public void Slug_of_small_letters_digits_and_hyphens_is_good(string slug) => Create(slug).Required().Slug.ShouldBe(slug);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Acme")]
    [InlineData("ac me")]
    [InlineData("acme/..")]
    [InlineData("äcme")]
    [InlineData("acme\n")]
    [InlineData("123456789012345678901234567890123456789012345678901")]
    public void Other_slug_is_refused(string slug) => Create(slug).Error.ShouldBe(OrganizationErrors.SlugInvalid);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void Organization_needs_a_name_of_255_characters_at_most(string? name) =>
        Create("acme", name ?? new string('n', 256)).Error.ShouldBe(OrganizationErrors.NameInvalid);

    [Fact]
    public void Name_is_trimmed() => Create("acme", " Acme ").Required().Name.ShouldBe("Acme");

    private static Result<Organization> Create(string slug, string name = "Acme") =>
        Organization.Create(Given.Organization, Given.Tenant, slug, name, isDefault: false, ManualTime.Start);
}
