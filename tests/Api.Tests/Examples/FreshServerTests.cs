using System.Text.Json.Nodes;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Examples;

/// <summary>
/// The examples of documents 1, 3, 4 and 5 in their order, each flow against a server as a newcomer starts it: a process of its own, on an empty
/// folder with a settings file.
/// </summary>
public sealed class FreshServerTests : IAsyncLifetime
{
    private static readonly string[] Surfaces = ["modulex", "authx", "platform", "tenants", "tenants-integrations"];

    private readonly string _folder = Directory.CreateTempSubdirectory("modulex-examples-").FullName;
    private ModuleXProcess _server = null!;

    public static TheoryData<string, string> Flows
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var surface in Surfaces)
            {
                foreach (var (flow, _) in ExampleFlow.Read(surface)) data.Add(surface, flow);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Each_request_answers_with_its_status_and_exactly_its_fields(string surface, string flow)
    {
        var places = new Dictionary<string, string> { ["config_path"] = "/etc/modulex/modulex.toml", ["secret"] = "a-secret-of-yours" };
        var recording = await ExampleRecording.OfAsync(_server.Client, surface, flow, places);

        await new ExampleFlow(
            _server.Client, new() { ["config_path"] = Path.Combine(_folder, "modulex.toml"), ["secret"] = Guid.NewGuid().ToString("N") }, recording)
            .TakeAsync((JsonArray)ExampleFlow.Read(surface)[flow]!);

        await recording.ShouldBeKeptAsync();
    }

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "modulex.toml"), $"""
            [Passwords]
            Iterations = 10_000

            [Sessions]
            VerifyCredentials = false # the documents' services are not there

            [Tools.github]
            ClientId = "{Guid.NewGuid():N}"
            ClientSecret = "{Guid.NewGuid():N}"
            """);
        _server = ModuleXProcess.Serve(_folder);
        await _server.ReadyAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
