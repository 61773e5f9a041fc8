using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;

namespace ModuleX.Benchmarks.Records;

/// <summary>Document 1's execute with a person's token: its speed, that no record is lost, and that memory stays.</summary>
internal static class RecordsPart
{
    private const int Runs = 200_000;
    private const int Connections = 64;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(45);

    public static async Task RunAsync(TimeSpan duration)
    {
        await using var upstream = await ServerProcess.StartOwnAsync("upstream");
        await using var forwarder = await ServerProcess.StartOwnAsync("forwarder", $"{upstream.Address}repos");
        await using var moduleX = await ModuleXUnderTest.StartAsync(upstream.Address, settings: OrganizationUnderTest.Settings);
        var organization = await OrganizationUnderTest.SignInAsync(moduleX);
        await organization.ConnectAsync();
        await WrkLoad.RunAsync(forwarder.Address, "/", "{}", null, Connections, WarmUp);
        await organization.LoadAsync(WarmUp);
        LoadResult[] bare = [await WrkLoad.RunAsync(forwarder.Address, "/", "{}", null, Connections, duration), default!];
        LoadResult[] full = [await organization.LoadAsync(duration), default!];
        bare[1] = await WrkLoad.RunAsync(forwarder.Address, "/", "{}", null, Connections, duration);
        full[1] = await organization.LoadAsync(duration);
        foreach (var result in bare) Report.Line($"bare forwarder             {result}");
        foreach (var result in full) Report.Line($"ModuleX execute with a JWT {result}");
        Report.Line($"throughput ratio {full.Average(result => result.RequestsPerSecond) / bare.Average(result => result.RequestsPerSecond):0.00}");

        await moduleX.Server.StopAsync();
        var before = CountRuns(moduleX.Database);
        await moduleX.RestartAsync();
        organization = await OrganizationUnderTest.SignInAsync(moduleX);
        await ExecuteAsync(moduleX, organization);
        await moduleX.Server.StopAsync();
        var stored = CountRuns(moduleX.Database) - before;
        Report.Line($"after a graceful stop {stored} of {Runs} executions are in the records: {(stored == Runs ? "none lost" : "LOST")}");
    }

    /// <summary>A fixed number of executions, and what memory the process has in between.</summary>
    private static async Task ExecuteAsync(ModuleXUnderTest moduleX, OrganizationUnderTest organization)
    {
        using var client = organization.Client();
        var (next, failed) = (0, 0);
        var memory = new List<string>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= Runs)
            {
                using var body = new StringContent(BenchTool.Body, Encoding.UTF8, "application/json");
                using var answer = await client.PostAsync($"/api/tools/{BenchTool.Name}/execute", body);
                if (answer.StatusCode != HttpStatusCode.OK) Interlocked.Increment(ref failed);
                if (number % (Runs / 8) != 0) continue;
                lock (memory) memory.Add(string.Create(CultureInfo.InvariantCulture, $"{moduleX.Server.ResidentMiB:0}"));
            }
        }));
        var (seconds, resident) = (clock.Elapsed.TotalSeconds, string.Join(", ", memory));
        Report.Line($"{Runs} executions with {Connections} connections in {seconds:0.0} s, {failed} failed; resident MiB on the way: {resident}");
    }

    private static long CountRuns(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM records WHERE kind = 3 AND category = 'Execution'";
        return (long)command.ExecuteScalar()!;
    }
}
