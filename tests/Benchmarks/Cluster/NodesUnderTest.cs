using System.Globalization;
using ModuleX.Tests.Shared;
using ModuleX.Tests.Shared.Databases;

namespace ModuleX.Benchmarks.Cluster;

/// <summary>Servers on one database, each a process of its own: the nodes of a cluster, or the embedded server alone.</summary>
internal sealed class NodesUnderTest : IAsyncDisposable
{
    /// <summary>How many owners the load runs for; each has a session of its own, and the sessions are spread over the nodes.</summary>
    private const int Owners = 1_000;

    private const int Connections = 64;

    private readonly string _folder;
    private readonly PostgreSqlServer _database;
    private readonly List<ServerProcess> _nodes = [];
    private readonly List<ServerMetrics> _metrics = [];
    private string _apiKey = "";

    private NodesUnderTest(string folder, PostgreSqlServer database)
    {
        _folder = folder;
        _database = database;
    }

    /// <summary>Starts so many on a new database, and connects the owners, asking the nodes in turn.</summary>
    /// <param name="assembly">The program, a .dll.</param>
    /// <param name="hasMetrics">Whether each serves its metrics, for <see cref="CountAsync"/>.</param>
    public static async Task<NodesUnderTest> StartAsync(
        string assembly, int count, Uri upstream, PostgreSqlServer database, string name, bool hasMetrics = false)
    {
        var folder = Directory.CreateTempSubdirectory("modulex-bench-").FullName;
        var nodes = new NodesUnderTest(folder, database);
        await BenchTool.WriteAsync(Path.Combine(folder, "integrations"), BenchTool.Name, upstream);
        var environment = ModuleXProgram.Settings();
        environment["Database__Provider"] = "postgresql";
        environment["Database__ConnectionString"] = database.ConnectionStringOf(name, maximumPoolSize: 30);
        var program = new ModuleXProgram(assembly, folder, environment);
        await program.RunAsync("database", "update");
        for (var number = 0; number < count; number++)
        {
            if (hasMetrics) nodes._metrics.Add(new ServerMetrics(FreePorts.Take()));
            string[] metrics = hasMetrics ? [nodes._metrics[^1].Argument] : [];
            nodes._nodes.Add(await program.ServeAsync(nodes._nodes.FirstOrDefault()?.Address, [.. Cluster(), .. metrics]));
        }
        nodes._apiKey = await program.CreateKeyAsync();
        await nodes.ConnectAsync();
        return nodes;

        // The embedded server has no such settings, and refuses what it does not know.
        string[] Cluster() => assembly.EndsWith("Silo.dll", StringComparison.Ordinal)
            ? ["--Cluster:Address=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"--Cluster:Port={FreePorts.Take()}")]
            : [];
    }

    /// <summary>Loads all nodes at once, with the connections shared out evenly, each request for another owner.</summary>
    public async Task<NodesLoad> LoadAsync(TimeSpan duration)
    {
        var (nodes, database) = (NodesTime(), DatabaseTime());
        var results = await Task.WhenAll(_nodes.Select((node, number) => WrkLoad.WithHeadersAsync(
            node.Address, BenchTool.PathOf("user{number}"), BenchTool.Body, new Dictionary<string, string> { ["X-API-Key"] = _apiKey },
            ConnectionsOf(number, _nodes.Count), duration, Owners)));
        return new(results, duration, NodesTime() - nodes, DatabaseTime() - database);
    }

    /// <summary>The share of one of several servers.</summary>
    public static int ConnectionsOf(int number, int servers) => (Connections / servers) + (number < Connections % servers ? 1 : 0);

    /// <summary>Exceptions that were thrown and messages that were sent to other nodes, by all nodes since they started.</summary>
    public async Task<(double Exceptions, double Messages)> CountAsync()
    {
        var (exceptions, messages) = (0.0, 0.0);
        foreach (var node in _metrics)
        {
            exceptions += await node.SumAsync(ServerMetrics.Exceptions);
            messages += await node.SumAsync(ServerMetrics.Messages);
        }
        return (exceptions, messages);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes) await node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ConnectAsync()
    {
        var share = (Owners + _nodes.Count - 1) / _nodes.Count;
        foreach (var (number, node) in _nodes.Index())
        {
            using var client = new HttpClient { BaseAddress = node.Address };
            client.DefaultRequestHeaders.Add("X-API-Key", _apiKey);
            await BenchTool.ConnectAsync(client, number * share, Math.Min(share, Owners - (number * share)));
        }
    }

    private TimeSpan NodesTime() => _nodes.Aggregate(TimeSpan.Zero, (sum, node) => sum + node.ProcessorTime);

    private TimeSpan DatabaseTime() => ProcessorTime.OfFamily(_database.ProcessId);
}
