using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ModuleX.Benchmarks;

/// <summary>What a load showed.</summary>
/// <param name="Failed">Answers that were not 2xx, and connections that broke: a path that refuses everything is fast.</param>
internal sealed record LoadResult(double RequestsPerSecond, TimeSpan Median, TimeSpan P99, long Failed)
{
    /// <summary>Of the server, for each request; null where it was not measured.</summary>
    public TimeSpan? ProcessorTime { get; init; }

    public override string ToString()
    {
        var load = string.Create(
            CultureInfo.InvariantCulture,
            $"{RequestsPerSecond,8:0} req/s   p50 {Median.TotalMilliseconds,6:0.00} ms   p99 {P99.TotalMilliseconds,7:0.00} ms   {Failed} failed");
        return ProcessorTime is { } time ? string.Create(CultureInfo.InvariantCulture, $"{load}   {time.TotalMicroseconds:0} µs of CPU each") : load;
    }
}

/// <summary>Loads an address with wrk (Debian's package) for a stated time.</summary>
internal static partial class WrkLoad
{
    /// <param name="path">With the query.</param>
    public static Task<LoadResult> RunAsync(Uri server, string path, string body, string? apiKey, int connections, TimeSpan duration) =>
        WithHeadersAsync(server, path, body, apiKey is null ? new Dictionary<string, string>() : new() { ["X-API-Key"] = apiKey }, connections, duration);

    /// <param name="path">With the query. <c>{number}</c> in it is another number in each request.</param>
    /// <param name="numbers">How many numbers there are, from 0; 0 where the path has none.</param>
    public static async Task<LoadResult> WithHeadersAsync(
        Uri server, string path, string body, IReadOnlyDictionary<string, string> headers, int connections, TimeSpan duration, int numbers = 0)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $"""
            wrk.method = "POST"
            wrk.path = "{path}"
            wrk.body = '{body}'
            wrk.headers["Content-Type"] = "application/json"
            {string.Join('\n', headers.Select(header => $"wrk.headers[\"{header.Key}\"] = \"{header.Value}\""))}
            {(numbers == 0 ? "" : NewPathEachTime(path, numbers))}
            """);
        try
        {
            var start = new ProcessStartInfo("wrk") { UseShellExecute = false, RedirectStandardOutput = true };
            string[] arguments =
            [
                "--threads", "1", "--connections", connections.ToString(CultureInfo.InvariantCulture),
                "--duration", $"{((int)duration.TotalSeconds).ToString(CultureInfo.InvariantCulture)}s", "--latency", "--script", script, server.ToString(),
            ];
            foreach (var argument in arguments) start.ArgumentList.Add(argument);
            using var wrk = Process.Start(start)!;
            var output = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            return Parse(output);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string NewPathEachTime(string path, int numbers) => string.Create(
        CultureInfo.InvariantCulture,
        $"request = function() return wrk.format(nil, (string.gsub(\"{path}\", \"{{number}}\", math.random(0, {numbers - 1})))) end");

    private static LoadResult Parse(string output)
    {
        var rate = Rate().Match(output);
        if (!rate.Success) throw new InvalidOperationException($"wrk said nothing that can be read: {output}");
        var broken = SocketErrors().Match(output);
        var failed = Refused().Match(output) is { Success: true } refused ? long.Parse(refused.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        if (broken.Success) failed += broken.Groups.Values.Skip(1).Sum(group => long.Parse(group.Value, CultureInfo.InvariantCulture));
        return new(double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture), Percentile(output, "50%"), Percentile(output, "99%"), failed);
    }

    private static TimeSpan Percentile(string output, string name)
    {
        var match = Regex.Match(output, $@"^\s+{name}\s+([0-9.]+)(us|ms|s)", RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var value = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch
        {
            "us" => TimeSpan.FromMicroseconds(value),
            "ms" => TimeSpan.FromMilliseconds(value),
            _ => TimeSpan.FromSeconds(value),
        };
    }

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Rate();

    [GeneratedRegex(@"Non-2xx or 3xx responses: ([0-9]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Refused();

    [GeneratedRegex(@"Socket errors: connect ([0-9]+), read ([0-9]+), write ([0-9]+), timeout ([0-9]+)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SocketErrors();
}
