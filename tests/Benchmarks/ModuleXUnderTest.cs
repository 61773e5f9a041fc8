using System.Globalization;

namespace ModuleX.Benchmarks;

/// <summary>ModuleX as it runs in Production: a process of its own, a service API key, SQLite in a folder of its own.</summary>
internal sealed class ModuleXUnderTest : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ModuleXProgram _program;

    private ModuleXUnderTest(string folder, ModuleXProgram program)
    {
        _folder = folder;
        _program = program;
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
            await BenchTool.WriteAsync(
                Path.Combine(folder, "integrations"), number == 0 ? BenchTool.Name : string.Create(CultureInfo.InvariantCulture, $"tool{number}"),
                upstream, actions);
        var environment = ModuleXProgram.Settings();
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) environment[name] = value;
        var moduleX = new ModuleXUnderTest(folder, new(Path.Combine(AppContext.BaseDirectory, "ModuleX.Api.dll"), folder, environment));
        await moduleX.RestartAsync();
        await moduleX._program.RunAsync("database", "update");
        moduleX.ApiKey = await moduleX._program.CreateKeyAsync();
        return moduleX;
    }

    /// <summary>Stops the process, where there is one, and starts it again on the same database.</summary>
    /// <param name="whileStoppedAsync">What to do in between.</param>
    public async Task RestartAsync(Func<Task>? whileStoppedAsync = null)
    {
        if (Server is not null) await Server.DisposeAsync();
        if (whileStoppedAsync is not null) await whileStoppedAsync();
        Server = await _program.ServeAsync();
    }

    public Task<LoadResult> LoadAsync(string owner, TimeSpan duration, int connections = 64) =>
        WrkLoad.RunAsync(Server.Address, BenchTool.PathOf(owner), BenchTool.Body, ApiKey, connections, duration);

    /// <summary>Connects owners <c>user0</c> and on.</summary>
    public async Task ConnectAsync(int first, int count)
    {
        using var client = Client();
        await BenchTool.ConnectAsync(client, first, count);
    }

    public HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = Server.Address };
        client.DefaultRequestHeaders.Add("X-API-Key", ApiKey);
        return client;
    }

    public Task<string> CommandAsync(params string[] verb) => _program.RunAsync(verb);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
