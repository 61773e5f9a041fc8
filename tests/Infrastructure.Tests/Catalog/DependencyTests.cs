using System.Text.Json.Nodes;

namespace ModuleX.Infrastructure.Tests.Catalog;

/// <summary>Manifests that name the tools that theirs needs.</summary>
public sealed class DependencyTests : IDisposable
{
    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_needed_is_read()
    {
        Add("base");
        Add("middle", "base");
        Add("top", "middle");

        (await ACatalog.FaultsAsync(_folder)).ShouldBeEmpty();
        (await ACatalog.ReadAsync(_folder, "top")).Dependencies.ShouldBe(["middle"]);
    }

    [Fact]
    public async Task What_needs_an_unknown_tool_is_left_out_and_so_is_what_needs_that()
    {
        Add("lonely", "nosuch");
        Add("behind", "lonely");
        Add("good");

        (await ACatalog.FaultsAsync(_folder)).ShouldBe(
            ["lonely/tool.json /dependencies/0: nosuch is no tool of the catalog", "behind/tool.json /dependencies/0: lonely is no tool of the catalog"]);
    }

    [Fact]
    public async Task A_circle_is_told_at_each_of_its_members()
    {
        Add("one", "two");
        Add("two", "three");
        Add("three", "one");

        (await ACatalog.FaultsAsync(_folder)).Order().ShouldBe(
        [
            "one/tool.json /dependencies/0: two needs one in turn", "three/tool.json /dependencies/0: one needs three in turn",
            "two/tool.json /dependencies/0: three needs two in turn",
        ]);
    }

    [Fact]
    public async Task Itself_and_one_twice_are_no_dependencies()
    {
        Add("base");
        Add("self", "self");
        Add("twice", "base", "base");

        (await ACatalog.FaultsAsync(_folder))
            .ShouldBe(["self/tool.json /dependencies/0: is the tool itself", "twice/tool.json /dependencies/1: base is named twice"]);
    }

    private void Add(string name, params string[] needs) =>
        _folder.Add(name, manifest => manifest["dependencies"] = new JsonArray([.. needs.Select(one => (JsonNode)one)]));
}
