using System.Globalization;
using System.Security.Cryptography;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Infrastructure.Tests.Fixtures;
using Xunit.Abstractions;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>Thousands of requests that should not be sent, to a server in a process of its own. <c>MODULEX_FUZZ_REQUESTS</c> sets how many.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int OnSqlite = 30_000;
    private const int OnPostgreSql = 3_000;
    private const int MebibytesOfDrift = 64;

    [Fact]
    public async Task Fuzzed_requests_meet_no_bug_and_leave_nothing_behind()
    {
        using var folder = new TempFolder();
        await using var server = ModuleXProcess.Serve(
            folder.Path, new Dictionary<string, string> { ["DOTNET_GCConserveMemory"] = "9" }, "--Passwords:Iterations=10000");
        var (run, count) = (await StartAsync(server), FuzzRun.CountOr(OnSqlite));

        // Compiled code, plans and filled caches stay, and there are fewer new ones with each request: what is asked here is that the last third adds none.
        await run.SendAsync(seed: 1, count * 2 / 3);
        var before = await ResidentAsync(server);
        await run.SendAsync(seed: 2, count - (count * 2 / 3));
        var after = await ResidentAsync(server);

        output.WriteLine($"resident {before} MiB, afterwards {after} MiB");
        await ShouldBeUnharmedAsync(server, run, count);
        if (count >= OnSqlite) after.ShouldBeLessThan(before + MebibytesOfDrift);
    }

    [PostgreSqlFact]
    public async Task Fuzzed_requests_meet_no_bug_on_postgresql()
    {
        var postgres = new PostgreSqlCluster();
        await postgres.InitializeAsync();
        try
        {
            using var folder = new TempFolder();
            string[] database = ["--Database:Provider=postgresql", $"--Database:ConnectionString={postgres.ConnectionStringOf("fuzz")}"];
            var key = new Dictionary<string, string> { ["MODULEX_MASTER_KEY"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };
            await using (var update = await ModuleXProcess.RunAsync(folder.Path, key, ["database", "update", "--environment=Development", .. database]))
                update.ExitCode.ShouldBe(0, update.Errors);
            await using var server = ModuleXProcess.Serve(folder.Path, key, ["--Passwords:Iterations=10000", .. database]);
            var (run, count) = (await StartAsync(server), FuzzRun.CountOr(OnPostgreSql));

            await run.SendAsync(seed: 3, count);

            await ShouldBeUnharmedAsync(server, run, count);
        }
        finally
        {
            await postgres.DisposeAsync();
        }
    }

    private static async Task<FuzzRun> StartAsync(ModuleXProcess server)
    {
        await server.ReadyAsync();
        var run = new FuzzRun([server.Client]);
        await run.SignInAsync("admin@example.com", "admin123");
        return run;
    }

    private async Task ShouldBeUnharmedAsync(ModuleXProcess server, FuzzRun run, int count)
    {
        output.WriteLine($"{run.Answered} requests, {run.Summary}");
        run.Bugs.ShouldBeEmpty();
        run.Answered.ShouldBe(count);
        server.Output.Split('\n').Where(IsFault).ShouldBeEmpty();
        (await server.Client.GetReplyAsync("/health/ready")).With(200);
    }

    private static bool IsFault(string line) =>
        line.Contains("failed, trace", StringComparison.Ordinal)
        || line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal);

    /// <summary>Resident memory in MiB, once the process has had a moment with nothing to do.</summary>
    private static async Task<long> ResidentAsync(ModuleXProcess server)
    {
        var least = long.MaxValue;
        for (var tries = 0; tries < 20; tries++)
        {
            (await server.Client.GetReplyAsync("/health/ready")).With(200);
            var line = (await File.ReadAllLinesAsync($"/proc/{server.Id.ToString(CultureInfo.InvariantCulture)}/status"))
                .Single(known => known.StartsWith("VmRSS:", StringComparison.Ordinal));
            least = Math.Min(least,
                long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2], CultureInfo.InvariantCulture) / 1024);
        }
        return least;
    }
}
