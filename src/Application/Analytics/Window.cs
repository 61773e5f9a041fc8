namespace ModuleX.Application.Analytics;

/// <summary>Whole hours of UTC.</summary>
/// <param name="From">The beginning of an hour.</param>
/// <param name="To">The beginning of the hour that is no longer in it.</param>
public sealed record Window(DateTimeOffset From, DateTimeOffset To)
{
    public TimeSpan Length => To - From;

    /// <summary>The time of the same length before it.</summary>
    public Window Before => new(From - Length, From);

    /// <summary>The whole days in it; empty, beginning at its end, where there is none.</summary>
    public Window Days
    {
        get
        {
            var (from, to) = (DayAfter(From), DayOf(To));
            return from < to ? new(from, to) : new(To, To);
        }
    }

    public bool Contains(DateTimeOffset time) => time >= From && time < To;

    public static DateTimeOffset HourOf(DateTimeOffset time) => time.ToUniversalTime().AddTicks(-(time.UtcTicks % TimeSpan.TicksPerHour));

    public static DateTimeOffset DayOf(DateTimeOffset time) => time.ToUniversalTime().AddTicks(-(time.UtcTicks % TimeSpan.TicksPerDay));

    private static DateTimeOffset DayAfter(DateTimeOffset time) => DayOf(time) == time ? time : DayOf(time).AddDays(1);
}

/// <summary>A period of document 1, up to the end of this hour.</summary>
/// <param name="Word"><c>24h</c>, <c>7d</c>, <c>30d</c> or <c>90d</c>.</param>
public sealed record AnalyticsPeriod(string Word, TimeSpan Length)
{
    public const string Usual = "7d";

    private static readonly Dictionary<string, TimeSpan> Lengths = new()
    {
        ["24h"] = TimeSpan.FromHours(24), ["7d"] = TimeSpan.FromDays(7), ["30d"] = TimeSpan.FromDays(30), ["90d"] = TimeSpan.FromDays(90),
    };

    public static IReadOnlyList<string> Words { get; } = [.. Lengths.Keys];

    public static AnalyticsPeriod Of(string word) => new(word, Lengths[word]);

    /// <summary>Hours are shown one by one.</summary>
    public bool IsByHour => Length <= TimeSpan.FromDays(1);

    public Window EndingAt(DateTimeOffset now)
    {
        var end = Window.HourOf(now).AddHours(1);
        return new(end - Length, end);
    }
}

/// <summary>How a series of numbers is cut.</summary>
public enum TimeStep
{
    Hour,
    Day,
    Week,
    Month,
}

/// <summary>Cutting time into steps.</summary>
public static class TimeSteps
{
    /// <summary>When the step begins that a time falls into: weeks on Mondays, all in UTC.</summary>
    public static DateTimeOffset StartOf(this TimeStep step, DateTimeOffset time)
    {
        var day = Window.DayOf(time);
        return step switch
        {
            TimeStep.Hour => Window.HourOf(time),
            TimeStep.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            TimeStep.Month => day.AddDays(1 - day.Day),
            _ => day,
        };
    }

    public static DateTimeOffset Next(this TimeStep step, DateTimeOffset start) => step switch
    {
        TimeStep.Hour => start.AddHours(1),
        TimeStep.Week => start.AddDays(7),
        TimeStep.Month => start.AddMonths(1),
        _ => start.AddDays(1),
    };

    /// <summary>The beginnings of all steps that the window touches.</summary>
    public static IEnumerable<DateTimeOffset> Of(this TimeStep step, Window window)
    {
        for (var start = step.StartOf(window.From); start < window.To; start = step.Next(start)) yield return start;
    }
}
