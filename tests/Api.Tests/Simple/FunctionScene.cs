using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Simple;

/// <summary>A server with every shipped tool and one of long names; a person has connected all that take a typed credential.</summary>
public sealed class FunctionScene : IAsyncLifetime
{
    public const string Person = "ada";

    public const string LongName = "a_tool_whose_name_is_much_longer_than_anybody_would_wish_it_was";

    private readonly TestTools _tools = new();

    internal ModuleXServer ModuleX { get; private set; } = null!;

    internal Owner Ada => new(ModuleX.Client, Person);

    public async Task InitializeAsync()
    {
        var shipped = Directory.GetDirectories(Repository.PathOf("integrations")).Select(folder => Path.GetFileName(folder))
            .Where(name => name != "schema").ToList();
        foreach (var tool in shipped) _tools.AddShipped(tool);
        _tools.Add(LongName, "http://127.0.0.1:9", TestTools.Action("do_something_first", "GET", "/1"), TestTools.Action("do_something_second", "GET", "/2"));
        ModuleX = await AModuleX().With("Catalog:Path", _tools.Folder).With("Sessions:VerifyCredentials", "false").StartAsync();
        object credentials = new { token = "t", api_key = "t", access_token = "t", base_url = "http://127.0.0.1:9" };
        foreach (var tool in shipped.Append(LongName)) await Ada.ConnectAsync(tool, credentials);
    }

    public async Task DisposeAsync()
    {
        await ModuleX.DisposeAsync();
        _tools.Dispose();
    }
}
