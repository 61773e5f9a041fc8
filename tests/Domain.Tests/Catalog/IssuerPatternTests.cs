using ModuleX.Domain.Catalog;

namespace ModuleX.Domain.Tests.Catalog;

public sealed class IssuerPatternTests
{
    [Theory]
    [InlineData("https://id.example", "https://id.example", true)]
    [InlineData("https://id.example", "https://id.example/", false)]
    [InlineData("https://id.example", "https://idxexample", false)]
    [InlineData("https://login.example/{tenant}/v2.0", "https://login.example/9b1f-42_a/v2.0", true)]
    [InlineData("https://login.example/{tenant}/v2.0", "https://login.example//v2.0", false)]
    [InlineData("https://login.example/{tenant}/v2.0", "https://login.example/a/b/v2.0", false)]
    [InlineData("https://login.example/{tenant}/v2.0", "https://evil.example/a/v2.0", false)]
    [InlineData("https://{tenant}.login.example", "https://acme.login.example", true)]
    [InlineData("https://{tenant}.login.example", "https://evil.test/.login.example", false)]
    [InlineData("https://{tenant}.login.example", "https://evil.test#.login.example", false)]
    [InlineData("https://{tenant}.login.example", "https://acme.login.example.evil.test", false)]
    public void Issuer_is_held_to_the_pattern(string pattern, string issuer, bool matches) =>
        new IssuerPattern(pattern).Matches(issuer, new Dictionary<string, string>()).ShouldBe(matches);

    [Theory]
    [InlineData("https://acme.login.example", true)]
    [InlineData("https://other.login.example", false)]
    public void Name_of_a_connection_field_stands_for_its_value_alone(string issuer, bool matches) =>
        new IssuerPattern("https://{shop}.login.example").Matches(issuer, new Dictionary<string, string> { ["shop"] = "acme" }).ShouldBe(matches);
}
