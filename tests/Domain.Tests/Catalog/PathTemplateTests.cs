using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ModuleX.Domain.Catalog;

namespace ModuleX.Domain.Tests.Catalog;

public sealed class PathTemplateTests
{
    [Theory]
    [InlineData("/repos/{owner}/{repo}", "/repos/ada/hello%20world")]
    [InlineData("/repos/{owner}", "/repos/ada")]
    [InlineData("/a-{owner}.json", "/a-ada.json")]
    [InlineData("/fixed", "/fixed")]
    [InlineData("/files/{+path}", "/files/src/main%20file.c")]
    public void Values_are_encoded_where_they_belong(string template, string expected) => Fill(template, Values).ShouldBe(expected);

    [Theory]
    [InlineData("a/b", "/x/a%2Fb/y")]
    [InlineData("a?b#c", "/x/a%3Fb%23c/y")]
    [InlineData("%2e%2e", "/x/%252e%252e/y")]
    [InlineData("..\\..", "/x/..%5C../y")]
    [InlineData("a\r\nb", "/x/a%0D%0Ab/y")]
    [InlineData("é", "/x/%C3%A9/y")]
    [InlineData("...", "/x/.../y")]
    public void Segment_encodes_everything_that_means_something_in_a_url(string value, string expected) => Fill("/x/{v}/y", _ => value).ShouldBe(expected);

    [Theory]
    [InlineData("/x/{v}", ".")]
    [InlineData("/x/{v}", "..")]
    [InlineData("/x/{v}", "")]
    [InlineData("/x/{v}", null)]
    [InlineData("/x/{+v}", "..")]
    [InlineData("/x/{+v}", "a/../../b")]
    [InlineData("/x/{+v}", "./a")]
    [InlineData("/x/{+v}", "a/..")]
    [InlineData("/x/{+v}", null)]
    public void Value_that_leads_elsewhere_is_refused_by_its_name(string template, string? value)
    {
        new PathTemplate(template).TryFill(new StringBuilder(), _ => value, out var refused).ShouldBeFalse();

        refused.ShouldBe("v");
    }

    [Fact]
    public void Segment_value_never_adds_a_path_segment() => Prop.ForAll<NonEmptyString>(value =>
    {
        if (Fill("/x/{v}/y", _ => value.Get) is not { } path) return value.Get is "." or "..";
        var uri = new Uri("https://api.example" + path);
        return uri.Segments.Length == 4 && uri.Segments[1] == "x/" && uri.Segments[3] == "y" && uri.Query.Length == 0 && uri.Fragment.Length == 0
            && uri.Host == "api.example";
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Slashed_value_never_leaves_its_place() => Prop.ForAll<string?>(value =>
    {
        if (Fill("/x/{+v}", _ => value) is not { } path) return true;
        return new Uri("https://api.example" + path) is { Host: "api.example", Query: "", Fragment: "" } uri
            && uri.AbsolutePath.StartsWith("/x/", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Names_come_in_order() => new PathTemplate("/{b}/{+a}/{b}").Names.ShouldBe(["b", "a", "b"]);

    private static string? Values(string name) => name switch { "owner" => "ada", "repo" => "hello world", "path" => "src/main file.c", _ => null };

    private static string? Fill(string template, Func<string, string?> valueOf)
    {
        var path = new StringBuilder();
        return new PathTemplate(template).TryFill(path, valueOf, out _) ? path.ToString() : null;
    }
}
