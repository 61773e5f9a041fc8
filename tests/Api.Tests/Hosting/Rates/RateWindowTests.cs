using ModuleX.Api.Hosting.Rates;

namespace ModuleX.Api.Tests.Hosting.Rates;

/// <summary>One principal's window. Time is a number here.</summary>
public sealed class RateWindowTests
{
    private const long Minute = 60_000;

    private static readonly long Noon = ManualTime.Start.ToUnixTimeMilliseconds();

    private readonly RateWindow _window = new();

    [Fact]
    public void Limit_is_counted_down_and_then_refused()
    {
        var readings = Enumerable.Range(0, 4).Select(second => _window.Take(Noon + second * 1000, Minute, 3)).ToList();

        readings.Select(reading => (reading.Remaining, reading.IsRefused)).ShouldBe([(2, false), (1, false), (0, false), (0, true)]);
        readings.ShouldAllBe(reading => reading.Limit == 3 && reading.EndsAt == Noon + Minute);
    }

    [Fact]
    public void Window_ends_to_the_millisecond_and_the_next_begins_with_the_next_request()
    {
        _window.Take(Noon, Minute, 1);

        _window.Take(Noon + Minute - 1, Minute, 1).IsRefused.ShouldBeTrue();
        _window.Take(Noon + Minute, Minute, 1).ShouldBe(new RateReading(1, 0, Noon + 2 * Minute, IsRefused: false));
        _window.Take(Noon + 5 * Minute + 7, Minute, 1).EndsAt.ShouldBe(Noon + 6 * Minute + 7);
    }

    [Fact]
    public void Lowered_limit_and_shortened_window_hold_at_once()
    {
        for (var request = 0; request < 5; request++) _window.Take(Noon, Minute, 10);

        _window.Take(Noon, Minute, 5).ShouldBe(new RateReading(5, 0, Noon + Minute, IsRefused: true));
        _window.Take(Noon, Minute, 6).IsRefused.ShouldBeFalse();
        _window.Take(Noon + 1000, 1000, 1).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Clock_that_is_set_back_does_not_lock_callers_out()
    {
        _window.Take(Noon, Minute, 1);

        _window.Take(Noon - 60 * Minute, Minute, 1).ShouldBe(new RateReading(1, 0, Noon - 59 * Minute, IsRefused: false));
    }

    /// <summary>Requests read the clock before they get here, so not in order.</summary>
    [Fact]
    public void Request_that_read_its_clock_before_the_window_began_counts_in_it()
    {
        _window.Take(Noon, Minute, 3);
        _window.Take(Noon - 1, Minute, 3).ShouldBe(new RateReading(3, 1, Noon + Minute, IsRefused: false));
        _window.Read(Noon - 1, Minute, 3).ShouldBe(new RateReading(3, 1, Noon + Minute, IsRefused: false));
        _window.Take(Noon + 1, Minute, 3);

        _window.Take(Noon - 1, Minute, 3).IsRefused.ShouldBeTrue();
        _window.Take(Noon - Minute, Minute, 3).IsRefused.ShouldBeTrue();
        _window.Take(Noon - Minute - 1, Minute, 3).ShouldBe(new RateReading(3, 2, Noon - 1, IsRefused: false));
    }

    [Fact]
    public void Highest_limit_does_not_run_over_into_the_time()
    {
        for (var request = 0; request < RateWindow.HighestCount; request++) _window.Take(Noon, Minute, RateWindow.HighestCount);

        _window.Take(Noon, Minute, RateWindow.HighestCount).ShouldBe(new RateReading(RateWindow.HighestCount, 0, Noon + Minute, IsRefused: true));
    }

    [Fact]
    public void Reading_counts_nothing()
    {
        _window.Read(Noon, Minute, 1).ShouldBe(new RateReading(1, 1, Noon + Minute, IsRefused: false));
        _window.Take(Noon, Minute, 1).IsRefused.ShouldBeFalse();

        _window.Read(Noon, Minute, 1).ShouldBe(new RateReading(1, 0, Noon + Minute, IsRefused: true));
        _window.Read(Noon + Minute, Minute, 1).IsRefused.ShouldBeFalse();
    }
}
