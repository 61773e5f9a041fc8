using System.Diagnostics;

namespace ModuleX.Benchmarks;

/// <summary>A catalog of many tools: how long it takes to start with, and to list.</summary>
internal static class CatalogPart
{
    public static async Task RunAsync()
    {
        await using var upstream = await ServerProcess.StartOwnAsync("upstream");
        await using var moduleX = await ModuleXUnderTest.StartAsync(upstream.Address, tools: 1_000, actions: 20);
        await moduleX.RestartAsync();
        using var client = moduleX.Client();
        await client.GetByteArrayAsync("/tools/");
        var clock = Stopwatch.StartNew();
        var listing = await client.GetByteArrayAsync("/tools/");
        var (ready, listed) = (moduleX.Server.ReadyAfter.TotalSeconds, clock.Elapsed.TotalMilliseconds);
        Report.Line(
            $"1,000 tools with 20,000 actions: ready after {ready:0.00} s (budget 3), listed in {listed:0} ms (budget 50, {listing.Length / 1024} KiB)");
    }
}
