using System.Diagnostics;

namespace ModuleX.Benchmarks;

/// <summary>A catalog of many tools: how long it takes to start with, beside a bare minimal API and with one tool, and to list.</summary>
internal static class CatalogPart
{
    public static async Task RunAsync()
    {
        await using var upstream = await ServerProcess.StartOwnAsync("upstream");
        await using (var bare = await ServerProcess.StartOwnAsync("bare"))
            Report.Line($"bare minimal API: {bare.ProcessorTime.TotalSeconds:0.00} s of CPU until ready, after {bare.ReadyAfter.TotalSeconds:0.00} s");
        await using (var one = await ModuleXUnderTest.StartAsync(upstream.Address)) await TellStartAsync("1 tool with 1 action", one);
        await using var moduleX = await ModuleXUnderTest.StartAsync(upstream.Address, tools: 1_000, actions: 20);
        await TellStartAsync("1,000 tools with 20,000 actions (budget 3 s)", moduleX);
        using var client = moduleX.Client();
        var clock = Stopwatch.StartNew();
        await client.GetByteArrayAsync("/tools/");
        var first = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        var listing = await client.GetByteArrayAsync("/tools/");
        Report.Line($"listed in {clock.Elapsed.TotalMilliseconds:0} ms (budget 50, {listing.Length / 1024} KiB), the first time in {first:0} ms");
    }

    private static async Task TellStartAsync(string what, ModuleXUnderTest moduleX)
    {
        await moduleX.RestartAsync();
        var (processor, ready) = (moduleX.Server.ProcessorTime.TotalSeconds, moduleX.Server.ReadyAfter.TotalSeconds);
        Report.Line($"{what}: {processor:0.00} s of CPU until ready, after {ready:0.00} s");
    }
}
