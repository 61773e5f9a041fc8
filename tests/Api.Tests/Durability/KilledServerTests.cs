using System.Text.Json.Nodes;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Durability;

/// <summary>A server that is killed in the middle of its work loses nothing that it acknowledged.</summary>
[Collection(Alone.Name)]
public sealed class KilledServerTests : IAsyncLifetime
{
    private const int Seed = 20_260_101;
    private const int Clients = 8;

    /// <summary>Many, so that few writes are overwritten by later ones and each can be missed.</summary>
    private const int PeoplePerClient = 12;
    private const int Writes = 1_000;
    private const string Parameter = """{"name":{"type":"string","description":"Which."}}""";

    /// <summary>From the start of a process to its first answer, on a machine that does other things, too.</summary>
    private static readonly TimeSpan RestartLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan WorkLimit = TimeSpan.FromMinutes(3);

    private static readonly JsonObject[] Actions =
    [
        TestTools.ReadThing,
        TestTools.Action("second", "GET", "/second/{name}", Parameter, "name"),
        TestTools.Action("third", "GET", "/third/{name}", Parameter, "name"),
    ];

    private readonly TempFolder _folder = new();
    private readonly TestTools _tools = new();
    private Upstream _upstream = null!;

    public async Task InitializeAsync()
    {
        _upstream = await Upstream.StartAsync();
        _tools.Add(Person.Tool, _upstream.Url.OriginalString, Actions);
    }

    public async Task DisposeAsync()
    {
        await _upstream.DisposeAsync();
        _tools.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_acknowledged_write_is_there_after_a_kill_and_none_is_half_done()
    {
        var people = Enumerable.Range(1, Clients * PeoplePerClient).Select(number => new Person($"person-{number}", new Random(Seed + number))).ToList();

        // Three lives of one database: killed early, killed late, and one in which everything is looked at again.
        foreach (var killAfter in new[] { 200, 500 })
        {
            await using var server = await ServeAsync();
            foreach (var person in people) await person.CheckAsync(server.Client, _upstream);
            (await WriteUntilKilledAsync(server, people, killAfter)).ShouldBeInRange(killAfter, Writes - 1);
        }

        await using var last = await ServeAsync();
        foreach (var person in people) await person.CheckAsync(last.Client, _upstream);
    }

    [Fact]
    public async Task A_start_that_was_killed_does_not_block_the_next_one()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await using var killed = Serve();
            await Eventually.SoAsync("database file", () => Task.FromResult(File.Exists(Path.Combine(_folder.Path, "data", "modulex.db"))), RestartLimit);
            killed.Kill();
        }

        await using var server = await ServeAsync();

        (await new Owner(server.Client, "ada").ConnectAsync(Person.Tool, new { token = "t" })).With(200);
    }

    /// <summary>Has every client write for its people, all clients at once, until the server is killed. Gives the number of acknowledged writes.</summary>
    private static async Task<int> WriteUntilKilledAsync(ModuleXProcess server, List<Person> people, int killAfter)
    {
        var acknowledged = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = Task.WhenAll(people.Chunk(PeoplePerClient).Select(async (ofClient, number) =>
        {
            var random = new Random(Seed + number);
            for (var left = Writes / Clients; left > 0 && await ofClient[random.Next(PeoplePerClient)].WriteAsync(server.Client); left--)
            {
                if (Interlocked.Increment(ref acknowledged) == killAfter) enough.SetResult();
            }
        }));
        await Task.WhenAny(enough.Task, writing).ComesAsync($"{killAfter} acknowledged writes", WorkLimit);
        server.Kill();
        await writing.ComesAsync("end of the clients", WorkLimit);
        return acknowledged;
    }

    private async Task<ModuleXProcess> ServeAsync()
    {
        var server = Serve();
        (await server.ReadyAsync()).ShouldBeLessThan(RestartLimit);
        return server;
    }

    private ModuleXProcess Serve() => ModuleXProcess.Serve(_folder.Path, $"--Catalog:Path={_tools.Folder}");
}
