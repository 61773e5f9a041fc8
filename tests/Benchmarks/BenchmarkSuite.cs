using System.Diagnostics;
using System.Globalization;

namespace ModuleX.Benchmarks;

/// <summary>Measures what docs/benchmarks.md states budgets for, in one run on one machine, and prints it.</summary>
internal static class BenchmarkSuite
{
    /// <summary>Until the runtime has compiled the path for good: under full load on few cores its compiler gets little time.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(45);

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = args is ["--seconds", var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 10;
        var duration = TimeSpan.FromSeconds(seconds);
        var upstreamPort = ServerProcess.FreePort();
        await using var upstream = await StartOwnAsync("upstream", upstreamPort);
        Print($"{Environment.ProcessorCount} cores, 64 connections, {seconds} s a load, load generator and servers on the same cores");

        await using (var moduleX = await ModuleXUnderTest.StartAsync(upstream.Address))
        {
            await moduleX.ConnectAsync(0, 100);
            var forwarderPort = ServerProcess.FreePort();
            await using var forwarder = await StartOwnAsync("forwarder", forwarderPort, $"{upstream.Address}repos");
            await CompareAsync(moduleX, forwarder, duration);
            await SessionsAsync(moduleX, duration);
        }
        await CatalogueAsync(upstream.Address);
        return 0;
    }

    /// <summary>The execute path and the bare forwarder in turn, twice each, so that neither always runs on the warmer machine.</summary>
    private static async Task CompareAsync(ModuleXUnderTest moduleX, ServerProcess forwarder, TimeSpan duration)
    {
        await ForwardAsync(forwarder, WarmUp);
        await moduleX.LoadAsync("user0", WarmUp);
        LoadResult[] bare = [await ForwardAsync(forwarder, duration), default!];
        LoadResult[] full = [await moduleX.LoadAsync("user0", duration), default!];
        bare[1] = await ForwardAsync(forwarder, duration);
        full[1] = await moduleX.LoadAsync("user0", duration);
        foreach (var result in bare) Print($"bare forwarder   {result}");
        foreach (var result in full) Print($"ModuleX execute  {result}");
        var ratio = full.Average(result => result.RequestsPerSecond) / bare.Average(result => result.RequestsPerSecond);
        Print($"throughput ratio {ratio:0.00} (budget: at least 0.60)");

        // Latency is added by the path, not by the queue in front of it: measured with the machine far from full.
        var quietBare = await ForwardAsync(forwarder, duration, connections: 2);
        var quietFull = await moduleX.LoadAsync("user0", duration, connections: 2);
        Print($"with 2 connections: forwarder {quietBare}");
        Print($"                    ModuleX   {quietFull}");
        Print($"added latency: p50 {(quietFull.Median - quietBare.Median).TotalMilliseconds:0.00} ms (budget 1), p99 {(quietFull.P99 - quietBare.P99).TotalMilliseconds:0.00} ms (budget 5)");
    }

    /// <summary>Memory with 10,000 live sessions, and the speed of a run with ever more sessions stored.</summary>
    private static async Task SessionsAsync(ModuleXUnderTest moduleX, TimeSpan duration)
    {
        var few = await moduleX.LoadAsync("user0", duration);
        await moduleX.ConnectAsync(100, 9_900);
        Print($"resident memory with 10,000 live sessions: {moduleX.Server.ResidentMiB:0} MiB (budget 300)");
        var clock = Stopwatch.StartNew();
        await moduleX.ConnectAsync(10_000, 90_000);
        Print($"90,000 further sessions connected in {clock.Elapsed.TotalSeconds:0} s, {90_000 / clock.Elapsed.TotalSeconds:0} durable writes a second");
        await moduleX.RestartAsync();
        Print($"ready again on the existing database after {moduleX.Server.ReadyAfter.TotalSeconds:0.00} s (budget 2)");
        await moduleX.LoadAsync("user0", WarmUp);
        var many = await moduleX.LoadAsync("user0", duration);
        Print($"with     100 sessions stored {few}");
        Print($"with 100,000 sessions stored {many}");
        Print($"p50 with 100,000 sessions is {many.Median / few.Median:0.00} of that with 100 (budget: within 10 %)");
    }

    private static async Task CatalogueAsync(Uri upstream)
    {
        await using var moduleX = await ModuleXUnderTest.StartAsync(upstream, tools: 1_000, actions: 20);
        await moduleX.RestartAsync();
        using var client = moduleX.Client();
        await client.GetByteArrayAsync("/tools/");
        var clock = Stopwatch.StartNew();
        var listing = await client.GetByteArrayAsync("/tools/");
        Print($"1,000 tools with 20,000 actions: ready after {moduleX.Server.ReadyAfter.TotalSeconds:0.00} s (budget 3), listed in {clock.Elapsed.TotalMilliseconds:0} ms (budget 50, {listing.Length / 1024} KiB)");
    }

    private static Task<LoadResult> ForwardAsync(ServerProcess forwarder, TimeSpan duration, int connections = 64) =>
        WrkLoad.RunAsync(forwarder.Address, "/", """{"name":"my-repo","private":true}""", null, connections, duration);

    private static Task<ServerProcess> StartOwnAsync(string mode, int port, params string[] more) => ServerProcess.StartAsync(
        typeof(BenchmarkSuite).Assembly.Location, [mode, port.ToString(CultureInfo.InvariantCulture), .. more], port, "/", Directory.GetCurrentDirectory());

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
