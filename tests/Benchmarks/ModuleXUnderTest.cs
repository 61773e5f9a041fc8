using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ModuleX.Benchmarks;

/// <summary>ModuleX as it runs in Production: a process of its own, a service API key, SQLite in a folder of its own.</summary>
internal sealed class ModuleXUnderTest : IAsyncDisposable
{
    public const string Tool = "bench";

    /// <summary>What an execution sends.</summary>
    public const string Body = """{"action":"action0","parameters":{"name":"my-repo","private":true}}""";

    private readonly string _folder;
    private readonly Dictionary<string, string> _environment;

    private ModuleXUnderTest(string folder, Dictionary<string, string> environment)
    {
        _folder = folder;
        _environment = environment;
    }

    public ServerProcess Server { get; private set; } = null!;

    public string ApiKey { get; private set; } = "";

    /// <summary>The file of the database.</summary>
    public string Database => Path.Combine(_folder, "data", "modulex.db");

    /// <param name="tools">How many tools there are; the first is the one that is executed.</param>
    /// <param name="settings">More settings, as environment variables.</param>
    public static async Task<ModuleXUnderTest> StartAsync(Uri upstream, int tools = 1, int actions = 1, IReadOnlyDictionary<string, string>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("modulex-bench-").FullName;
        for (var number = 0; number < tools; number++)
            await WriteToolAsync(Path.Combine(folder, "integrations"), number == 0 ? Tool : string.Create(CultureInfo.InvariantCulture, $"tool{number}"), upstream, actions);
        var moduleX = new ModuleXUnderTest(folder, new(settings ?? new Dictionary<string, string>())
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["MODULEX_MASTER_KEY"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Egress__Allow__0"] = "127.0.0.0/8",
            ["Logging__LogLevel__Default"] = "Warning",
            // On, as in real life, so that counting costs what it costs, but out of the load's reach; everything comes from one address with one key.
            ["RateLimits__Window"] = "00:00:01",
            ["RateLimits__PerPrincipal"] = "4000000",
            ["RateLimits__PerOrganizationAndTool"] = "4000000",
            ["RateLimits__Anonymous"] = "0",
            ["RateLimits__Sensitive"] = "0",
        });
        await moduleX.RestartAsync();
        moduleX.ApiKey = await moduleX.CommandAsync("keys", "create", "--organization", "default", "--name", "bench");
        return moduleX;
    }

    /// <summary>Stops the process, where there is one, and starts it again on the same database.</summary>
    /// <param name="whileStoppedAsync">What to do in between.</param>
    public async Task RestartAsync(Func<Task>? whileStoppedAsync = null)
    {
        if (Server is not null) await Server.DisposeAsync();
        if (whileStoppedAsync is not null) await whileStoppedAsync();
        var port = ServerProcess.FreePort();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        Server = await ServerProcess.StartAsync(Program(), [$"--Urls={address}", $"--PublicUrl={address}"], port, "/health/ready", _folder, _environment);
    }

    public Task<LoadResult> LoadAsync(string owner, TimeSpan duration, int connections = 64) => WrkLoad.RunAsync(
        Server.Address, $"/tools/{Tool}/execute?user_id={owner}", Body, ApiKey, connections, duration);

    /// <summary>Connects owners <c>user0</c> and on.</summary>
    public async Task ConnectAsync(int first, int count)
    {
        using var client = Client();
        await Parallel.ForAsync(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, cancellationToken) =>
        {
            var body = new { user_id = string.Create(CultureInfo.InvariantCulture, $"user{number}"), tool_name = Tool, credentials = new { api_key = "k" + number.ToString(CultureInfo.InvariantCulture) } };
            using var answer = await client.PostAsJsonAsync("/auth/manual", body, cancellationToken);
            answer.EnsureSuccessStatusCode();
        });
    }

    public HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = Server.Address };
        client.DefaultRequestHeaders.Add("X-API-Key", ApiKey);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Program() => Path.Combine(AppContext.BaseDirectory, "ModuleX.Api.dll");

    public async Task<string> CommandAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder, UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in arguments.Prepend(Program())) start.ArgumentList.Add(argument);
        foreach (var (name, value) in _environment) start.Environment[name] = value;
        using var command = Process.Start(start)!;
        var output = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return command.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{arguments[0]} ended with {command.ExitCode}");
    }

    private static async Task WriteToolAsync(string root, string name, Uri upstream, int actions)
    {
        var manifest = new JsonObject
        {
            ["name"] = name,
            ["display_name"] = name,
            ["description"] = "A tool to measure with",
            ["version"] = "1.0.0",
            ["server"] = new JsonObject { ["url"] = upstream.ToString() },
            ["auth"] = new JsonArray(new JsonObject { ["type"] = "api_key", ["in"] = "header", ["name"] = "X-Key" }),
            ["actions"] = new JsonArray([.. Enumerable.Range(0, actions).Select(number => (JsonNode)new JsonObject
            {
                ["name"] = string.Create(CultureInfo.InvariantCulture, $"action{number}"),
                ["description"] = "Creates a repository with a name",
                ["parameters"] = JsonNode.Parse("""{"type":"object","properties":{"name":{"type":"string","description":"Its name","maxLength":100},"private":{"type":"boolean","description":"Whether others can see it","default":false}},"required":["name"],"additionalProperties":false}"""),
                ["request"] = new JsonObject { ["method"] = "POST", ["path"] = "/repos" },
            })]),
        };
        var folder = Directory.CreateDirectory(Path.Combine(root, name));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "tool.json"), manifest.ToJsonString());
    }
}
