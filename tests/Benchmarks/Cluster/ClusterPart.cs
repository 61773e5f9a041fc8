using ModuleX.Tests.Shared.Databases;

namespace ModuleX.Benchmarks.Cluster;

/// <summary>
/// What executions cost on one, two and three nodes of a cluster, beside the embedded server and the bare forwarder: requests by processor time,
/// since all share one machine.
/// </summary>
internal static class ClusterPart
{
    private const int MostNodes = 3;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(45);

    // build/bench builds it first where its packages restore.
    private static readonly string NodeProgram = Path.GetFullPath(Path.Combine("src", "Silo", "bin", "Release", "net10.0", "ModuleX.Silo.dll"));

    public static async Task RunAsync(TimeSpan duration)
    {
        if (!File.Exists(NodeProgram) || PostgreSqlServer.Programs is null)
        {
            var reason = PostgreSqlServer.Programs is null
                ? "there is no PostgreSQL here (Debian: apt-get install postgresql)"
                : "src/Silo is not built, its packages do not restore here";
            Report.Line($"cluster left out: {reason}");
            return;
        }
        await using var database = await PostgreSqlServer.StartAsync(isDurable: true);
        await using var upstream = await ServerProcess.StartOwnAsync("upstream");
        var forwarders = new List<ServerProcess>();
        for (var number = 0; number < MostNodes; number++) forwarders.Add(await ServerProcess.StartOwnAsync("forwarder", $"{upstream.Address}repos"));
        var (cores, seconds) = (Environment.ProcessorCount, duration.TotalSeconds);
        Report.Line($"{cores} cores, 64 connections over all nodes, 1,000 sessions in turn, {seconds} s a load, everything on the same cores");
        await ForwardAsync(forwarders, WarmUp);
        // What several processes lose against one on the same cores, whatever they are.
        var forwarded = new List<double>();
        for (var count = 1; count <= MostNodes; count++)
        {
            var load = await ForwardAsync(forwarders[..count], duration);
            Report.Line($"{count} bare forwarders    {load}");
            forwarded.Add(load.PerProcessorSecond);
        }
        await MeasureAsync("embedded server", Path.Combine(AppContext.BaseDirectory, "ModuleX.Api.dll"), 1, "embedded");
        var one = await MeasureAsync("1 node ", NodeProgram, 1, "nodes1");
        for (var count = 2; count <= MostNodes; count++)
        {
            var many = await MeasureAsync(FormattableString.Invariant($"{count} nodes"), NodeProgram, count, FormattableString.Invariant($"nodes{count}"));
            var (nodes, bare) = (many / one, forwarded[count - 1] / forwarded[0]);
            Report.Line($"requests a CPU second with {count} nodes are {nodes:0.00} of those with one, forwarders {bare:0.00}");
            Report.Line($"    corrected {nodes / bare:0.00} (budget 0.85)");
        }
        await CountAsync();
        foreach (var forwarder in forwarders) await forwarder.DisposeAsync();

        // With metrics, which cost a little: not where processor time is measured.
        async Task CountAsync()
        {
            await using var nodes = await NodesUnderTest.StartAsync(NodeProgram, MostNodes, upstream.Address, database, "counted", hasMetrics: true);
            await nodes.LoadAsync(TimeSpan.FromSeconds(5));
            var before = await nodes.CountAsync();
            var load = await nodes.LoadAsync(duration);
            var after = await nodes.CountAsync();
            var (exceptions, messages) = (after.Exceptions - before.Exceptions, after.Messages - before.Messages);
            Report.Line($"with {MostNodes} nodes {exceptions / seconds:0.0} exceptions a second");
            Report.Line($"    {messages / (load.RequestsPerSecond * seconds):0.0000} messages between nodes a run, with probes of each other");
        }

        async Task<double> MeasureAsync(string name, string assembly, int count, string databaseName)
        {
            await using var nodes = await NodesUnderTest.StartAsync(assembly, count, upstream.Address, database, databaseName);
            await nodes.LoadAsync(WarmUp);
            NodesLoad[] loads = [await nodes.LoadAsync(duration), await nodes.LoadAsync(duration)];
            foreach (var load in loads) Report.Line($"{name,-19} {load}");
            return loads.Average(load => load.PerProcessorSecond);
        }
    }

    private static async Task<NodesLoad> ForwardAsync(List<ServerProcess> forwarders, TimeSpan duration)
    {
        var before = Time();
        var results = await Task.WhenAll(forwarders.Select((forwarder, number) => WrkLoad.RunAsync(
            forwarder.Address, "/", """{"name":"my-repo","private":true}""", null, NodesUnderTest.ConnectionsOf(number, forwarders.Count), duration)));
        return new(results, duration, Time() - before, TimeSpan.Zero);

        TimeSpan Time() => forwarders.Aggregate(TimeSpan.Zero, (sum, forwarder) => sum + forwarder.ProcessorTime);
    }
}
