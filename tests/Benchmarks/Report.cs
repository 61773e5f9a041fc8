namespace ModuleX.Benchmarks;

/// <summary>What a run prints.</summary>
internal static class Report
{
    public static void Line(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
