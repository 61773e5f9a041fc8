using ModuleX.Domain.Catalog;

namespace ModuleX.Domain.Tests.Catalog;

public sealed class HostPatternTests
{
    [Theory]
    [InlineData("api.example.org", "api.example.org", true)]
    [InlineData("api.example.org", "API.Example.ORG", true)]
    [InlineData("api.example.org", "example.org", false)]
    [InlineData("api.example.org", "api.example.org.evil.example", false)]
    [InlineData("*.example.org", "a.example.org", true)]
    [InlineData("*.example.org", "A.B.EXAMPLE.org", true)]
    [InlineData("*.example.org", "example.org", false)]
    [InlineData("*.example.org", ".example.org", false)]
    [InlineData("*.example.org", "evilexample.org", false)]
    [InlineData("*.example.org", "a.example.org.evil.example", false)]
    public void Pattern_covers_the_host_it_names_or_its_subdomains(string pattern, string host, bool matches) =>
        HostPattern.Matches(pattern, host).ShouldBe(matches);
}
