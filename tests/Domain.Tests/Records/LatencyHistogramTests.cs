using ModuleX.Domain.Records;

namespace ModuleX.Domain.Tests.Records;

/// <summary>Percentiles beside the ones that sorting gives.</summary>
public sealed class LatencyHistogramTests
{
    private const double Tolerance = 0.016;

    [Fact]
    public void Percentiles_are_those_of_the_nearest_rank()
    {
        var histogram = Of(10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 70_000, 80_000, 90_000, 100_000);

        histogram.Percentile(0.50).ShouldBe(50_000, 50_000 * Tolerance);
        histogram.Percentile(0.90).ShouldBe(90_000, 90_000 * Tolerance);
        histogram.Percentile(0.91).ShouldBe(100_000, 100_000 * Tolerance);
        histogram.Percentile(1).ShouldBe(100_000, 100_000 * Tolerance);
    }

    [Fact]
    public void Every_percentile_of_many_durations_is_within_the_promise()
    {
        var random = new Random(7);
        var durations = Enumerable.Range(0, 20_000).Select(_ => (long)Math.Exp(random.NextDouble() * 20)).Order().ToArray();
        var histogram = Of(durations);

        for (var percent = 1; percent <= 100; percent++)
        {
            var exact = durations[(int)Math.Ceiling(percent / 100.0 * durations.Length) - 1];
            histogram.Percentile(percent / 100.0).ShouldBe(exact, Math.Max(0.5, exact * Tolerance), $"p{percent}");
        }
    }

    [Fact]
    public void Short_durations_are_exact() => Of(7, 7, 31).Percentile(0.5).ShouldBe(7);

    [Fact]
    public void Nothing_has_no_percentile() => new LatencyHistogram().Percentile(0.99).ShouldBe(0);

    [Fact]
    public void Out_of_range_counts_at_the_ends()
    {
        var histogram = Of(-5, long.MaxValue);

        histogram.Count.ShouldBe(2);
        histogram.Percentile(0.5).ShouldBe(0);
        histogram.Percentile(1).ShouldBeGreaterThan(TimeSpan.FromHours(9).TotalMicroseconds);
    }

    [Fact]
    public void Parts_add_up_to_the_whole()
    {
        var (left, right) = (Of(1, 500, 70_000), Of(500, 3_000_000));
        var read = new LatencyHistogram();
        read.Add(left.ToBytes());
        read.Add(right.ToBytes());

        read.ToBytes().ShouldBe(Of(1, 500, 500, 70_000, 3_000_000).ToBytes());
        left.Add(right);
        left.ToBytes().ShouldBe(read.ToBytes());
    }

    private static LatencyHistogram Of(params long[] microseconds)
    {
        var histogram = new LatencyHistogram();
        foreach (var duration in microseconds) histogram.Add(duration);
        return histogram;
    }
}
