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
        await using var forwarder = await ServerProcess.StartOwnAsync("forwarder", $"{upstream.Address}repos");
        var (cores, seconds) = (Environment.ProcessorCount, duration.TotalSeconds);
        Report.Line($"{cores} cores, 64 connections over all nodes, 1,000 sessions in turn, {seconds} s a load, everything on the same cores");
        await ForwardAsync(forwarder, WarmUp);
        var baseline = await ForwardAsync(forwarder, duration);
        Report.Line($"bare forwarder      {baseline}");
        await MeasureAsync("embedded server", Path.Combine(AppContext.BaseDirectory, "ModuleX.Api.dll"), 1, "embedded");
        var one = await MeasureAsync("1 node ", NodeProgram, 1, "nodes1");
        for (var count = 2; count <= MostNodes; count++)
        {
            var many = await MeasureAsync(FormattableString.Invariant($"{count} nodes"), NodeProgram, count, FormattableString.Invariant($"nodes{count}"));
            Report.Line($"requests a CPU second with {count} nodes are {many / one:0.00} of those with one");
        }
        Report.Line($"bare forwarder      {await ForwardAsync(forwarder, duration)}");

        async Task<double> MeasureAsync(string name, string assembly, int count, string databaseName)
        {
            await using var nodes = await NodesUnderTest.StartAsync(assembly, count, upstream.Address, database, databaseName);
            await nodes.LoadAsync(WarmUp);
            NodesLoad[] loads = [await nodes.LoadAsync(duration), await nodes.LoadAsync(duration)];
            foreach (var load in loads) Report.Line($"{name,-19} {load}");
            return loads.Average(load => load.PerProcessorSecond);
        }
    }

    private static async Task<NodesLoad> ForwardAsync(ServerProcess forwarder, TimeSpan duration)
    {
        var before = forwarder.ProcessorTime;
        var result = await WrkLoad.RunAsync(forwarder.Address, "/", """{"name":"my-repo","private":true}""", null, 64, duration);
        return new([result], duration, forwarder.ProcessorTime - before, TimeSpan.Zero);
    }
}
