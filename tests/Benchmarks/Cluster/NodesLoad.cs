using System.Globalization;

namespace ModuleX.Benchmarks.Cluster;

/// <summary>What a load on several servers showed.</summary>
/// <param name="Results">Of each server.</param>
/// <param name="Nodes">Processor time of all servers.</param>
/// <param name="Database">Processor time of the database.</param>
internal sealed record NodesLoad(IReadOnlyList<LoadResult> Results, TimeSpan Duration, TimeSpan Nodes, TimeSpan Database)
{
    public double RequestsPerSecond => Results.Sum(result => result.RequestsPerSecond);

    /// <summary>How many requests a second of the servers' processor time makes.</summary>
    public double PerProcessorSecond => Requests / Nodes.TotalSeconds;

    private double Requests => RequestsPerSecond * Duration.TotalSeconds;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{RequestsPerSecond,7:0} req/s   slowest node p50 {Results.Max(result => result.Median).TotalMilliseconds:0.00} ms, "
        + $"p99 {Results.Max(result => result.P99).TotalMilliseconds:0.00} ms   {Results.Sum(result => result.Failed)} failed   "
        + $"{PerProcessorSecond:0} requests a CPU second of the servers ({Nodes.TotalMicroseconds / Requests:0} µs each, "
        + $"and {Database.TotalMicroseconds / Requests:0} µs of the database)");
}
