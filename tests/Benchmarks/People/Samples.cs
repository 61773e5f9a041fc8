namespace ModuleX.Benchmarks.People;

/// <summary>How long the calls of one kind took, in milliseconds.</summary>
internal sealed class Samples
{
    private const int Resamples = 2_000;

    private readonly List<double> _values = [];

    public double Median => QuantileOf([.. _values.Order()], 0.5);

    public double P99 => QuantileOf([.. _values.Order()], 0.99);

    public void Add(TimeSpan took) => _values.Add(took.TotalMilliseconds);

    /// <summary>The median of these minus that of others, and between what 95 % of such differences lie when both are drawn anew from what was seen.</summary>
    public (double Difference, double Low, double High) MinusMedianOf(Samples others)
    {
        var random = new Random(1);
        double[] differences = [.. Enumerable.Range(0, Resamples).Select(_ => DrawMedian(_values, random) - DrawMedian(others._values, random)).Order()];
        return (Median - others.Median, QuantileOf(differences, 0.025), QuantileOf(differences, 0.975));
    }

    private static double DrawMedian(List<double> values, Random random)
    {
        var drawn = new double[values.Count];
        for (var at = 0; at < drawn.Length; at++) drawn[at] = values[random.Next(values.Count)];
        Array.Sort(drawn);
        return QuantileOf(drawn, 0.5);
    }

    private static double QuantileOf(double[] sorted, double part) => sorted[(int)Math.Min(sorted.Length - 1, part * sorted.Length)];
}
