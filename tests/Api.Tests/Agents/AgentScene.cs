using Microsoft.AspNetCore.Http;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Agents;

/// <summary>
/// A server with two tools, <c>mock</c> and <c>meeting</c>, which answers only when two are in it; each test has a person of its own who has connected both.
/// </summary>
public sealed class AgentScene : IAsyncLifetime
{
    private static readonly TimeSpan RunLimit = TimeSpan.FromSeconds(60);

    private readonly TestTools _tools = new();
    private Upstream _meeting = null!;
    private TaskCompletionSource _both = NewMeeting();
    private int _present;

    internal ModuleXServer ModuleX { get; private set; } = null!;

    private string Key { get; set; } = "";

    public async Task InitializeAsync()
    {
        _meeting = await Upstream.StartAsync();
        _meeting.Answer = MeetAsync;
        _tools.AddShipped("mock")
            .Add("meeting", _meeting.Url.OriginalString.TrimEnd('/'),
            TestTools.Action("join", "POST", "/join", """{"name":{"type":"string","description":"Who."}}""", "name"));
        ModuleX = await AModuleX().With("Catalog:Path", _tools.Folder).With("Sessions:VerifyCredentials", "false").StartAsync();
        Key = (await ModuleX.CreateKeyAsync()).Plain;
    }

    public async Task DisposeAsync()
    {
        await ModuleX.DisposeAsync();
        await _meeting.DisposeAsync();
        _tools.Dispose();
    }

    internal async Task<Owner> AddPersonAsync()
    {
        var person = new Owner(ModuleX.ClientWith(Key), $"person-{Guid.NewGuid():N}");
        await person.ConnectedToAsync("mock", new { api_key = Guid.NewGuid().ToString("N") });
        return await person.ConnectedToAsync("meeting", new { token = Guid.NewGuid().ToString("N") });
    }

    /// <summary>Runs a program of docs/agents.md as a person would, and gives what it prints.</summary>
    internal async Task<string> RunAsync(string program, Owner person, FakeModel model)
    {
        var anything = Guid.NewGuid().ToString("N");
        var run = await ProgramRun.OfAsync(
            AgentTheoryAttribute.Folder, AgentTheoryAttribute.Node, [program, "Do what I need"], RunLimit,
            ("MODULEX_URL", ModuleX.Address.OriginalString), ("MODULEX_API_KEY", Key), ("MODULEX_USER_ID", person.Name),
            ("OPENAI_BASE_URL", new Uri(model.Address, "/v1").OriginalString), ("ANTHROPIC_BASE_URL", model.Address.OriginalString.TrimEnd('/')),
            ("OPENAI_API_KEY", anything), ("ANTHROPIC_API_KEY", anything));
        return run.Succeeded().Output;
    }

    /// <summary>Two callers meet: the first one's answer waits for the second, so calls one after the other never come to an end.</summary>
    private async Task MeetAsync(HttpContext context)
    {
        var both = _both;
        if (Interlocked.Increment(ref _present) == 2)
        {
            _present = 0;
            _both = NewMeeting();
            both.SetResult();
        }
        await both.Task.WaitAsync(context.RequestAborted);
        await Upstream.Json(context, """{"met":true}""");
    }

    private static TaskCompletionSource NewMeeting() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
