using System.Diagnostics;
using System.Globalization;
using ModuleX.Benchmarks.People;

namespace ModuleX.Benchmarks.Records;

/// <summary>Analytics over millions of records, and over a tenth of them.</summary>
internal static class AnalyticsPart
{
    private const int Rounds = 20;
    private const int WarmUpRounds = 5;

    private static readonly string[] Questions =
    [
        "/api/dashboard/stats", "/api/dashboard/analytics/overview?period=90d", "/api/dashboard/analytics/users?period=90d",
        "/api/dashboard/analytics/tools?period=90d",
        "/api/dashboard/analytics/performance?period=90d", "/api/dashboard/analytics/security?period=90d", "/api/dashboard/analytics/performance?period=24h",
    ];

    /// <param name="rows">How many request records the larger database has; the smaller one has a tenth of it.</param>
    public static async Task RunAsync(long rows)
    {
        Report.Line($"analytics, {Rounds} calls of each kind and size, one at a time");
        var few = await MeasureAsync(rows / 10);
        var many = await MeasureAsync(rows);
        Report.Line($"{"in ms",-56} {"p50 of a tenth",14} {"p50",8} {"p99",8} {"ratio",6}");
        foreach (var question in Questions)
        {
            var (tenth, whole) = (few[question], many[question]);
            Report.Line($"{question,-56} {tenth.Median,14:0.0} {whole.Median,8:0.0} {whole.P99,8:0.0} {whole.Median / tenth.Median,6:0.00}");
        }
    }

    private static async Task<Dictionary<string, Samples>> MeasureAsync(long rows)
    {
        await using var moduleX = await ModuleXUnderTest.StartAsync(new Uri("http://127.0.0.1:9/"), settings: OrganizationUnderTest.Settings);
        var clock = new Stopwatch();
        await moduleX.RestartAsync(async () =>
        {
            clock.Start();
            await moduleX.CommandAsync("records", "seed", "--count", rows.ToString(CultureInfo.InvariantCulture));
            clock.Stop();
        });
        var (stored, size) = (clock.Elapsed.TotalSeconds, new FileInfo(moduleX.Database).Length / 1024.0 / 1024.0);
        Report.Line($"{rows} request records stored in {stored:0} s, {size:0} MiB; ready after {moduleX.Server.ReadyAfter.TotalSeconds:0.00} s");
        using var client = (await OrganizationUnderTest.SignInAsync(moduleX)).Client();
        var samples = Questions.ToDictionary(question => question, _ => new Samples());
        for (var round = -WarmUpRounds; round < Rounds; round++)
        {
            foreach (var question in Questions)
            {
                var began = Stopwatch.GetTimestamp();
                using var answer = await client.GetAsync(question);
                await answer.Content.ReadAsByteArrayAsync();
                answer.EnsureSuccessStatusCode();
                if (round >= 0) samples[question].Add(Stopwatch.GetElapsedTime(began));
            }
        }
        return samples;
    }
}
