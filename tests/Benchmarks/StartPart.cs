namespace ModuleX.Benchmarks;

/// <summary>What a start on an existing database costs until the server is ready, with the tools of the repository, beside a bare minimal API.</summary>
internal static class StartPart
{
    private const int Turns = 5;

    /// <summary>Where <c>build/bench</c> has published the server, compiled for this machine.</summary>
    private static readonly string Published = Path.GetFullPath(Path.Combine("tests", "Benchmarks", "bin", "published", "ModuleX.Api.dll"));

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("modulex-bench-").FullName;
        try
        {
            var settings = ModuleXProgram.Settings();
            var published = new ModuleXProgram(Published, folder, settings);
            var built = new ModuleXProgram(Path.Combine(AppContext.BaseDirectory, "ModuleX.Api.dll"), folder, settings);
            await published.RunAsync("database", "update");
            var (bare, compiled, plain) = (new List<Start>(), new List<Start>(), new List<Start>());
            // The first of each warms the disk.
            for (var turn = 0; turn <= Turns; turn++)
            {
                bare.Add(await StartAsync(() => ServerProcess.StartOwnAsync("bare")));
                compiled.Add(await StartAsync(() => published.ServeAsync()));
                plain.Add(await StartAsync(() => built.ServeAsync()));
            }
            var one = Tell("bare minimal API", bare, null);
            Tell("published for this machine", compiled, one);
            Tell("as it is built", plain, one);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Start> StartAsync(Func<Task<ServerProcess>> startAsync)
    {
        await using var server = await startAsync();
        return new(server.ProcessorTime, server.ReadyAfter);
    }

    private static double Tell(string what, List<Start> starts, double? bare)
    {
        var (processor, ready) = (starts.Skip(1).Average(start => start.Processor.TotalSeconds), starts.Skip(1).Average(start => start.Ready.TotalSeconds));
        var times = bare is { } one ? FormattableString.Invariant($", {processor / one:0.0} times the bare API (budget 4)") : "";
        Report.Line($"{what}: {processor:0.00} s of CPU until ready, after {ready:0.00} s{times}");
        return processor;
    }

    private readonly record struct Start(TimeSpan Processor, TimeSpan Ready);
}
