using ModuleX.Domain.Catalog;

namespace ModuleX.Domain.Tests.Catalog;

public sealed class UrlTemplateTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Theory]
    [InlineData("https://api.example.org")]
    [InlineData("https://api.example.org/v1/")]
    [InlineData("http://localhost:8080/a?b=c")]
    public void Url_without_names_is_constant(string text)
    {
        var template = new UrlTemplate(text);

        template.Constant.ShouldNotBeNull().OriginalString.ShouldBe(text.TrimEnd('/'));
        template.Fill(Nothing).ShouldBe(template.Constant);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("/etc/passwd")]
    [InlineData("ftp://example.org")]
    [InlineData("mailto:ada@example.org")]
    [InlineData("https://ada:secret@example.org")]
    [InlineData("")]
    public void Other_text_is_no_url(string text)
    {
        new UrlTemplate(text).Constant.ShouldBeNull();
        new UrlTemplate(text).Fill(Nothing).ShouldBeNull();
    }

    [Theory]
    [InlineData("{base_url}", "https://n8n.example", "https://n8n.example/")]
    [InlineData("{base_url}/api", "https://n8n.example/", "https://n8n.example/api")]
    [InlineData("https://{base_url}.example/api/", "acme", "https://acme.example/api")]
    public void Names_are_filled_without_doubling_slashes(string template, string value, string expected) =>
        Fill(template, value).ShouldNotBeNull().AbsoluteUri.ShouldBe(expected);

    [Theory]
    [InlineData("{base_url}/api", "file:///etc/passwd")]
    [InlineData("{base_url}/api", "javascript:alert(1)")]
    [InlineData("{base_url}/api", "https://trusted.example@evil.example")]
    [InlineData("{base_url}/api", "https://evil.example?x=")]
    [InlineData("https://{base_url}.example/api", "evil.example/#")]
    [InlineData("https://{base_url}.example/api", "evil.example/?")]
    [InlineData("https://{base_url}.example/api", "a:b@evil")]
    [InlineData("{base_url}", "")]
    public void Value_that_changes_what_the_url_means_is_refused(string template, string value) => Fill(template, value).ShouldBeNull();

    [Fact]
    public void Missing_value_gives_no_url() => new UrlTemplate("{base_url}/api").Fill(Nothing).ShouldBeNull();

    [Fact]
    public void Names_are_listed_once() => new UrlTemplate("{a}/{b}/{a}").Names.ShouldBe(["a", "b"]);

    private static Uri? Fill(string template, string value) => new UrlTemplate(template).Fill(new Dictionary<string, string> { ["base_url"] = value });
}
