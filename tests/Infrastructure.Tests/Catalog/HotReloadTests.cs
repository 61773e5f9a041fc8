
namespace ModuleX.Infrastructure.Tests.Catalog;

/// <summary>A catalog that follows its folder and its settings while the server runs.</summary>
public sealed class HotReloadTests : IAsyncLifetime
{
    private readonly ManifestFolder _folder = new();
    private ACatalog _catalog = null!;

    public async Task InitializeAsync()
    {
        _folder.Add("first");
        _folder.Add("second");
        _catalog = new ACatalog(_folder.Root);
        await _catalog.Files.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _catalog.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Tools_are_there_when_the_start_is_over() => Names().ShouldBe(["first", "second"]);

    [Fact]
    public async Task Changed_manifest_is_read_again_and_an_old_catalog_stays_as_it_was()
    {
        var before = _catalog.Files.Current;

        _folder.Add("first", manifest => manifest["display_name"] = "Changed");

        await Wait.UntilAsync(() => _catalog.Files.Current.FindTool("first").Required().DisplayName == "Changed", "the changed name is seen");
        before.FindTool("first").Required().DisplayName.ShouldBe("Sample");
    }

    [Fact]
    public async Task New_folder_is_a_new_tool()
    {
        _folder.Add("third");

        await Wait.UntilAsync(() => Names().Contains("third"), "the new tool is there");
    }

    [Fact]
    public async Task Removed_folder_takes_its_tool_along()
    {
        _folder.Remove("second");

        await Wait.UntilAsync(() => !Names().Contains("second"), "the removed tool is gone");
        Names().ShouldBe(["first"]);
    }

    [Fact]
    public async Task Broken_edit_leaves_the_tool_as_it_was_and_lets_others_change()
    {
        _folder.Write("first", "tool.json", "{ broken");
        _folder.Add("third");

        await Wait.UntilAsync(() => Names().Contains("third"), "the folder was read again");

        Names().ShouldBe(["first", "second", "third"]);
        _catalog.Files.Current.FindAction("first", "find").Error.ShouldBeNull();
    }

    [Fact]
    public async Task Broken_edit_that_is_mended_is_taken()
    {
        _folder.Write("first", "tool.json", "{ broken");
        _folder.Add("third");
        await Wait.UntilAsync(() => Names().Contains("third"), "the folder was read again");

        _folder.Add("first", manifest => manifest["version"] = "9.9.9");

        await Wait.UntilAsync(() => _catalog.Files.Current.FindTool("first").Required().Version == "9.9.9", "the mended manifest is seen");
    }

    [Fact]
    public async Task Changed_setting_moves_an_address()
    {
        _catalog.Settings["Tools:first:Server"] = "http://localhost:9";
        _catalog.Settings.Reload();

        await Wait.UntilAsync(() => _catalog.Files.Current.FindTool("first").Required().Server.Url.Text == "http://localhost:9", "the moved address is seen");
    }

    private string[] Names() => [.. _catalog.Files.Current.Tools.Select(tool => tool.Name)];
}
