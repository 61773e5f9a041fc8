using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Api.Tests.Examples;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Simple;

/// <summary>Document 2, request by request in its own order, each flow against a fresh server. The data is in <c>Examples/simple.json</c>, and in
/// <c>modulex-tools.json</c> what document 1 says of tools that a service has to be there for.</summary>
public sealed class DocumentTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Places = new() { ["upstream"] = "https://tool.example.com", ["secret"] = "a-secret-of-yours" };

    private readonly SimpleScene _scene = new();

    public static TheoryData<string, string> FlowNames
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var surface in new[] { "simple", "modulex-tools" })
            {
                foreach (var (flow, _) in ExampleFlow.Read(surface)) data.Add(surface, flow);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(FlowNames))]
    public async Task Each_request_of_a_flow_answers_with_its_status_and_exactly_its_fields(string surface, string flow)
    {
        var recording = await ExampleRecording.OfAsync(_scene.Client, surface, flow, Places);
        var example = new ExampleFlow(_scene.Client, new() { ["upstream"] = _scene.Upstream.Url.OriginalString, ["secret"] = _scene.Token }, recording);

        await example.TakeAsync(ExampleFlow.Read(surface)[flow]!.AsArray(), Check);

        await recording.ShouldBeKeptAsync();
    }

    public Task InitializeAsync() => _scene.InitializeAsync();

    public Task DisposeAsync() => _scene.DisposeAsync();

    /// <summary>What only this document's flows look at, beside status and fields.</summary>
    private static Task Check(JsonNode step, Reply reply, string about)
    {
        if (step["state"] is JsonObject state) state.ShouldAllBe(tool => StateOf(reply.Json, tool.Key, (JsonObject)tool.Value!) == "", about);
        if (step["with"] is { } shown) NamesOf(reply.Json).ShouldContain((string)shown!, about);
        if (step["without"] is { } hidden) NamesOf(reply.Json).ShouldNotContain((string)hidden!, about);
        return Task.CompletedTask;
    }

    /// <summary>What is different in one tool of the list; flags of the tool, or whether an action is active.</summary>
    private static string StateOf(JsonElement reply, string name, JsonObject expected)
    {
        var tool = reply.GetProperty("tools").EnumerateArray().Single(tool => tool.GetProperty("name").ValueEquals(name));
        var actions = tool.GetProperty("actions").EnumerateArray()
            .ToDictionary(action => action.GetProperty("name").GetString()!, action => action.GetProperty("is_active").GetBoolean());
        return string.Join(", ", expected
            .Where(flag => (actions.TryGetValue(flag.Key, out var isActive) ? isActive : tool.GetProperty(flag.Key).GetBoolean()) != (bool)flag.Value!)
            .Select(flag => flag.Key));
    }

    private static IEnumerable<string?> NamesOf(JsonElement functions) =>
        functions.EnumerateArray().Select(function => function.GetProperty("function").GetProperty("name").GetString());
}
