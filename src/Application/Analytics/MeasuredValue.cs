namespace ModuleX.Application.Analytics;

/// <summary>A number of a period, and how it changed against the period of the same length before.</summary>
/// <param name="Change">In percent of the value before, or in percentage points where the value is a percentage itself.</param>
public sealed record MeasuredValue(double Value, double Change)
{
    private const int Digits = 2;

    /// <summary>A count, a duration or an amount. From nothing to something is 100 %.</summary>
    public static MeasuredValue Of(double value, double before) =>
        new(Round(value), before == 0 ? (value > 0 ? 100 : 0) : Round((value - before) / before * 100));

    /// <summary>A percentage: the change is the difference.</summary>
    public static MeasuredValue OfPercentage(double value, double before) => new(Round(value), Round(value - before));

    /// <summary>What a part is of a whole, in percent.</summary>
    /// <param name="ofNothing">Where there is no whole.</param>
    public static double Percent(double part, double whole, double ofNothing = 0) => whole == 0 ? ofNothing : part / whole * 100;

    public static double Round(double value) => Math.Round(value, Digits, MidpointRounding.AwayFromZero);
}

/// <summary>Sums of sums.</summary>
internal static class Totals
{
    /// <summary>In milliseconds; 0 where nothing took time.</summary>
    public static double AverageMilliseconds(this IEnumerable<SumView> sums)
    {
        long count = 0, microseconds = 0;
        foreach (var sum in sums)
        {
            count += sum.Count;
            microseconds += sum.DurationMicroseconds;
        }
        return count == 0 ? 0 : microseconds / 1000.0 / count;
    }

    public static long Count(this IReadOnlyCollection<SumView> sums, string subject) => sums.Where(sum => sum.Subject == subject).Sum(sum => sum.Count);
}
