using System.Diagnostics;
using ModuleX.Tests.Shared;

namespace ModuleX.Benchmarks;

/// <summary>The execute path beside a bare forwarder, its added latency, and what stored sessions cost.</summary>
internal static class ExecutePart
{
    /// <summary>Until the runtime has compiled the path for good: under full load on few cores its compiler gets little time.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(45);

    public static async Task RunAsync(TimeSpan duration)
    {
        await using var upstream = await ServerProcess.StartOwnAsync("upstream");
        Report.Line($"{Environment.ProcessorCount} cores, 64 connections, {duration.TotalSeconds} s a load, load generator and servers on the same cores");
        await using var moduleX = await ModuleXUnderTest.StartAsync(upstream.Address);
        await moduleX.ConnectAsync(0, 100);
        await using var forwarder = await ServerProcess.StartOwnAsync("forwarder", $"{upstream.Address}repos");
        await CompareAsync(moduleX, forwarder, duration);
        await SessionsAsync(moduleX, duration);
        await AllocationsAsync(upstream.Address, duration);
    }

    /// <summary>What a run allocates, told by the server's metrics: they cost a little, so nothing else is measured with them.</summary>
    private static async Task AllocationsAsync(Uri upstream, TimeSpan duration)
    {
        var metrics = new ServerMetrics(FreePorts.Take());
        await using var moduleX = await ModuleXUnderTest.StartAsync(upstream, settings: metrics.Settings);
        await moduleX.ConnectAsync(0, 1);
        await moduleX.LoadAsync("user0", TimeSpan.FromSeconds(10));
        var before = await metrics.SumAsync(ServerMetrics.AllocatedBytes);
        var load = await moduleX.LoadAsync("user0", duration);
        var allocated = await metrics.SumAsync(ServerMetrics.AllocatedBytes) - before;
        Report.Line($"allocated a run: {allocated / (load.RequestsPerSecond * duration.TotalSeconds) / 1024:0.0} KiB (budget 6)");
    }

    /// <summary>The execute path and the bare forwarder in turn, twice each, so that neither always runs on the warmer machine.</summary>
    private static async Task CompareAsync(ModuleXUnderTest moduleX, ServerProcess forwarder, TimeSpan duration)
    {
        await ForwardAsync(forwarder, WarmUp);
        await moduleX.LoadAsync("user0", WarmUp);
        var (bare, full) = (new LoadResult[2], new LoadResult[2]);
        for (var turn = 0; turn < bare.Length; turn++)
        {
            bare[turn] = await forwarder.MeasureAsync(() => ForwardAsync(forwarder, duration), duration);
            full[turn] = await moduleX.Server.MeasureAsync(() => moduleX.LoadAsync("user0", duration), duration);
        }
        foreach (var result in bare) Report.Line($"bare forwarder   {result}");
        foreach (var result in full) Report.Line($"ModuleX execute  {result}");
        var ratio = full.Average(result => result.RequestsPerSecond) / bare.Average(result => result.RequestsPerSecond);
        Report.Line($"throughput ratio {ratio:0.00} (budget: at least 0.80)");

        // Latency is added by the path, not by the queue in front of it: measured with the machine far from full.
        var quietBare = await ForwardAsync(forwarder, duration, connections: 2);
        var quietFull = await moduleX.LoadAsync("user0", duration, connections: 2);
        Report.Line($"with 2 connections: forwarder {quietBare}");
        Report.Line($"                    ModuleX   {quietFull}");
        var (median, p99) = (quietFull.Median - quietBare.Median, quietFull.P99 - quietBare.P99);
        Report.Line($"added latency: p50 {median.TotalMilliseconds:0.00} ms (budget 0.1), p99 {p99.TotalMilliseconds:0.00} ms (budget 2)");
    }

    /// <summary>Memory with 10,000 live sessions, and the speed of a run with ever more sessions stored.</summary>
    private static async Task SessionsAsync(ModuleXUnderTest moduleX, TimeSpan duration)
    {
        var few = await moduleX.LoadAsync("user0", duration);
        await moduleX.ConnectAsync(100, 9_900);
        Report.Line($"resident memory with 10,000 live sessions: {moduleX.Server.ResidentMiB:0} MiB (budget 300)");
        var clock = Stopwatch.StartNew();
        await moduleX.ConnectAsync(10_000, 90_000);
        Report.Line($"90,000 further sessions connected in {clock.Elapsed.TotalSeconds:0} s, {90_000 / clock.Elapsed.TotalSeconds:0} durable writes a second");
        await moduleX.RestartAsync();
        Report.Line($"ready again on the existing database after {moduleX.Server.ReadyAfter.TotalSeconds:0.00} s (budget 2)");
        await moduleX.LoadAsync("user0", WarmUp);
        var many = await moduleX.LoadAsync("user0", duration);
        Report.Line($"with     100 sessions stored {few}");
        Report.Line($"with 100,000 sessions stored {many}");
        Report.Line($"p50 with 100,000 sessions is {many.Median / few.Median:0.00} of that with 100 (budget: within 10 %)");
    }

    private static Task<LoadResult> ForwardAsync(ServerProcess forwarder, TimeSpan duration, int connections = 64) =>
        WrkLoad.RunAsync(forwarder.Address, "/", """{"name":"my-repo","private":true}""", null, connections, duration);
}
