using System.Globalization;

namespace ModuleX.Benchmarks;

/// <summary>What a run is asked for.</summary>
/// <param name="Duration">Of each load of the execute, records and cluster parts.</param>
/// <param name="Only">The one part to run; null for all.</param>
/// <param name="Rows">How many request records analytics are measured over.</param>
internal sealed record BenchmarkArguments(TimeSpan Duration, string? Only, long Rows)
{
    public const string Execute = "execute";
    public const string Start = "start";
    public const string Catalog = "catalog";
    public const string People = "people";
    public const string Records = "records";
    public const string Analytics = "analytics";
    public const string Cluster = "cluster";

    private const int DefaultSeconds = 10;
    private const int MostSeconds = 3_600;
    private const long DefaultRows = 5_000_000;
    private const long MostRows = 1_000_000_000;

    private static readonly string[] Parts = [Execute, Start, Catalog, People, Records, Analytics, Cluster];

    public bool Has(string part) => Only is null || Only == part;

    /// <summary>The arguments, or null and what is wrong with them.</summary>
    public static BenchmarkArguments? Read(ReadOnlySpan<string> args, out string problem)
    {
        var read = new BenchmarkArguments(TimeSpan.FromSeconds(DefaultSeconds), null, DefaultRows);
        problem = "";
        for (; !args.IsEmpty; args = args[2..])
        {
            switch (args)
            {
                case ["--seconds", var text, ..] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    && seconds is > 0 and <= MostSeconds:
                    read = read with { Duration = TimeSpan.FromSeconds(seconds) };
                    break;
                case ["--seconds", ..]:
                    problem = $"--seconds needs a number from 1 to {MostSeconds.ToString(CultureInfo.InvariantCulture)}";
                    return null;
                case ["--rows", var text, ..] when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
                    && rows is >= 10 and <= MostRows:
                    read = read with { Rows = rows };
                    break;
                case ["--rows", ..]:
                    problem = $"--rows needs a number from 10 to {MostRows.ToString(CultureInfo.InvariantCulture)}";
                    return null;
                case ["--only", var part, ..] when Parts.Contains(part):
                    read = read with { Only = part };
                    break;
                case ["--only", ..]:
                    problem = $"--only needs one of {string.Join(", ", Parts)}";
                    return null;
                default:
                    problem = $"{args[0]} is not known. Legal are --seconds N, --rows N and --only with one of {string.Join(", ", Parts)}";
                    return null;
            }
        }
        return read;
    }
}
