using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>A server as it runs for others: with keys, without loopback, without the mock services.</summary>
public sealed class ProductionTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _environment = StartTests.NewMasterKey();
    private readonly TestTools _tools = new();
    private Upstream _upstream = null!;
    private ModuleXProcess _server = null!;

    public async Task InitializeAsync()
    {
        _upstream = await Upstream.StartAsync();
        _tools.Add("testy", _upstream.Url.OriginalString, TestTools.ReadThing).AddShipped("mock");
        _server = ModuleXProcess.Serve(_folder.Path, _environment, "--environment=Production", $"--Catalog:Path={_tools.Folder}");
        await _server.ReadyAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _upstream.DisposeAsync();
        _tools.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_caller_on_this_machine_needs_a_key_and_a_tool_on_it_is_not_called()
    {
        var secret = Guid.NewGuid().ToString("N");
        (await _server.Client.GetReplyAsync("/auth/tools?user_id=ada")).With(401);
        await using (var made = await ModuleXProcess.RunAsync(_folder.Path, _environment, "keys", "create", "--organization", "default", "--name", "n"))
            _server.Client.DefaultRequestHeaders.Add("X-API-Key", made.Output);
        var ada = await new Owner(_server.Client, "ada").ConnectedToAsync("testy", new { token = secret });

        var reply = await ada.ExecuteAsync("testy", "read_thing", new { name = "n" });

        reply.With(502).Detail.ShouldBe(
            "Tool execution failed: the address 127.0.0.1 of testy is not allowed on this server, for it is private and Egress:Allow does not name it");
        _upstream.Requests.ShouldBeEmpty();
        (_server.Output + _server.Errors).ShouldNotContain(secret);
        (await _server.Client.GetReplyAsync("/health")).With(200)["environment"].ShouldBe("production");
    }

    [Fact]
    public void Settings_that_are_seldom_right_are_warned_of_in_one_line() =>
        _server.Output.Split('\n').Where(line => line.Contains("PublicUrl has no https", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldContain("AllowedHosts is *");

    [Fact]
    public async Task There_are_no_mock_services_and_no_key_file()
    {
        (await _server.Client.GetReplyAsync("/api/mock/users")).With(404);
        Directory.GetFiles(_folder.Path, "master.key", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}
