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
    [InlineData("https://{base_url}.example/api/", "eu.acme-1", "https://eu.acme-1.example/api")]
    [InlineData("https://{base_url}.example:8443/api", "acme", "https://acme.example:8443/api")]
    [InlineData("https://id.example/{base_url}/authorize", "a b/c", "https://id.example/a%20b/c/authorize")]
    [InlineData("https://{base_url}", "acme.example", "https://acme.example/")]
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
    [InlineData("{base_url}/api", "https://trusted.example/x#")]
    [InlineData("https://{base_url}.example/api", "evil.test/x")]
    [InlineData("https://{base_url}.example/api", "evil.test%2fx")]
    [InlineData("https://{base_url}.example/api", "evil.test\\x")]
    [InlineData("https://{base_url}.example/api", "evil.test:443/")]
    [InlineData("https://{base_url}.example/api", "evil.test:443")]
    [InlineData("https://{base_url}.example/api", "a.b.evil.test#")]
    [InlineData("https://{base_url}.example/api", "user@evil.test/")]
    [InlineData("https://{base_url}.example/api", "[::1]")]
    [InlineData("https://{base_url}.example/api", "evil。test/")]
    [InlineData("https://{base_url}.example/api", "a..b")]
    [InlineData("https://{base_url}.example/api", "-")]
    [InlineData("https://{base_url}.example/api", " acme")]
    [InlineData("https://{base_url}.example/api", "acme\n")]
    [InlineData("https://{base_url}/api", "[::1]")]
    [InlineData("https://api.example/{base_url}/token", "../../elsewhere")]
    [InlineData("https://api.example/{base_url}/token", "%2e%2e")]
    [InlineData("https://api.example/{base_url}/token", "x?client=")]
    [InlineData("https://api.example/{base_url}/token", "x\\y")]
    public void Value_that_changes_what_the_url_means_is_refused(string template, string value) => Fill(template, value).ShouldBeNull();

    [Theory]
    [InlineData("https://id.example/{base_url}/authorize?resource=erp", "acme", "https://id.example/acme/authorize?resource=erp")]
    [InlineData("https://id.example/authorize?tenant={base_url}&resource=erp/", "a&b=c d", "https://id.example/authorize?tenant=a%26b%3Dc%20d&resource=erp/")]
    [InlineData("{base_url}/authorize?resource=erp", "https://id.example/", "https://id.example/authorize?resource=erp")]
    public void Query_of_a_template_stays_and_a_value_cannot_leave_it(string template, string value, string expected) =>
        Fill(template, value).ShouldNotBeNull().AbsoluteUri.ShouldBe(expected);

    [Fact]
    public void Names_that_decide_the_host_are_told_apart() =>
        new UrlTemplate("https://{shop}.{region}.example/{version}?x={y}").HostNames.ShouldBe(["shop", "region"]);

    [Theory]
    [InlineData("{base_url}/api", true)]
    [InlineData("https://{base_url}", true)]
    [InlineData("https://accounts.service.{base_url}/token", true)]
    [InlineData("https://accounts.{base_url}.com/token", true)]
    [InlineData("https://{base_url}.service.com/token", false)]
    [InlineData("https://api.service.com/{base_url}", false)]
    public void Host_is_open_where_a_field_decides_the_registered_name(string template, bool isOpen) =>
        new UrlTemplate(template).HasOpenHost.ShouldBe(isOpen);

    [Theory]
    [InlineData("https://na1.service.com", true)]
    [InlineData("https://service.com", false)]
    [InlineData("https://service.com.evil.example", false)]
    [InlineData("https://evil.example", false)]
    public void Filled_host_is_one_of_those_that_are_allowed(string value, bool isAllowed)
    {
        var template = new UrlTemplate("{base_url}/api") { AllowedHosts = ["*.service.com", "eu.service.org"] };

        (template.Fill(new Dictionary<string, string> { ["base_url"] = value }) is not null).ShouldBe(isAllowed);
    }

    [Fact]
    public void Missing_value_gives_no_url() => new UrlTemplate("{base_url}/api").Fill(Nothing).ShouldBeNull();

    [Fact]
    public void Names_are_listed_once() => new UrlTemplate("{a}/{b}/{a}").Names.ShouldBe(["a", "b"]);

    private static Uri? Fill(string template, string value) => new UrlTemplate(template).Fill(new Dictionary<string, string> { ["base_url"] = value });
}
