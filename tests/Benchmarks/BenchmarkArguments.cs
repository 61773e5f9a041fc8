using System.Globalization;

namespace ModuleX.Benchmarks;

/// <summary>What a run is asked for.</summary>
/// <param name="Duration">Of each load of the execute part.</param>
/// <param name="Only">The one part to run; null for all.</param>
internal sealed record BenchmarkArguments(TimeSpan Duration, string? Only)
{
    public const string Execute = "execute";
    public const string Catalogue = "catalogue";
    public const string People = "people";

    private const int DefaultSeconds = 10;
    private const int MostSeconds = 3_600;

    private static readonly string[] Parts = [Execute, Catalogue, People];

    public bool Has(string part) => Only is null || Only == part;

    /// <summary>The arguments, or null and what is wrong with them.</summary>
    public static BenchmarkArguments? Read(ReadOnlySpan<string> args, out string problem)
    {
        var read = new BenchmarkArguments(TimeSpan.FromSeconds(DefaultSeconds), null);
        problem = "";
        for (; !args.IsEmpty; args = args[2..])
        {
            switch (args)
            {
                case ["--seconds", var text, ..] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= MostSeconds:
                    read = read with { Duration = TimeSpan.FromSeconds(seconds) };
                    break;
                case ["--seconds", ..]:
                    problem = $"--seconds needs a number from 1 to {MostSeconds.ToString(CultureInfo.InvariantCulture)}";
                    return null;
                case ["--only", var part, ..] when Parts.Contains(part):
                    read = read with { Only = part };
                    break;
                case ["--only", ..]:
                    problem = $"--only needs one of {string.Join(", ", Parts)}";
                    return null;
                default:
                    problem = $"{args[0]} is not known. Legal are --seconds N and --only with one of {string.Join(", ", Parts)}";
                    return null;
            }
        }
        return read;
    }
}
