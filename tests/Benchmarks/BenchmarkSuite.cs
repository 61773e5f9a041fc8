using ModuleX.Benchmarks.Cluster;
using ModuleX.Benchmarks.People;
using ModuleX.Benchmarks.Records;

namespace ModuleX.Benchmarks;

/// <summary>Measures what docs/benchmarks.md states budgets for, in one run on one machine, and prints it.</summary>
internal static class BenchmarkSuite
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (BenchmarkArguments.Read(args, out var problem) is not { } arguments)
        {
            await Console.Error.WriteLineAsync(problem);
            return 2;
        }
        if (arguments.Has(BenchmarkArguments.Execute)) await ExecutePart.RunAsync(arguments.Duration);
        if (arguments.Has(BenchmarkArguments.Start)) await StartPart.RunAsync();
        if (arguments.Has(BenchmarkArguments.Catalog)) await CatalogPart.RunAsync();
        if (arguments.Has(BenchmarkArguments.People)) await PeoplePart.RunAsync();
        if (arguments.Has(BenchmarkArguments.Records)) await RecordsPart.RunAsync(arguments.Duration);
        if (arguments.Has(BenchmarkArguments.Analytics)) await AnalyticsPart.RunAsync(arguments.Rows);
        if (arguments.Has(BenchmarkArguments.Cluster)) await ClusterPart.RunAsync(arguments.Duration);
        return 0;
    }
}
