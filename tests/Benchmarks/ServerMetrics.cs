using System.Globalization;

namespace ModuleX.Benchmarks;

/// <summary>What a server counts, at its address for Prometheus.</summary>
internal sealed class ServerMetrics(int port)
{
    public const string AllocatedBytes = "dotnet_gc_heap_total_allocated_bytes_total";
    public const string Exceptions = "dotnet_exceptions_total";
    public const string Messages = "orleans_messaging_sent_messages_size";

    private const string Setting = "Telemetry__Prometheus";

    private readonly Uri _address = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    /// <summary>With these, as environment variables, a server serves them.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { [Setting] = _address.OriginalString };

    /// <summary>The same as an argument.</summary>
    public string Argument => $"--Telemetry:Prometheus={_address.OriginalString}";

    /// <summary>A counter since the server started, over all of its labels; of a histogram the number of its samples.</summary>
    public async Task<double> SumAsync(string name)
    {
        using var client = new HttpClient { BaseAddress = _address };
        return (await client.GetStringAsync("/metrics")).Split('\n')
            .Where(line => line.StartsWith(name, StringComparison.Ordinal) && IsCount(line[name.Length..]))
            .Sum(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
    }

    private static bool IsCount(string rest) => rest[0] is '{' or ' ' || rest.Split('{', ' ')[0].EndsWith("_count", StringComparison.Ordinal);
}
