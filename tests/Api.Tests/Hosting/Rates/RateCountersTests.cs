using ModuleX.Api.Hosting.Rates;

namespace ModuleX.Api.Tests.Hosting.Rates;

public sealed class RateCountersTests
{
    private const long Minute = 60_000;
    private const int Capacity = 1_000;

    private static readonly long Noon = ManualTime.Start.ToUnixTimeMilliseconds();

    private readonly RateCounters<int> _counters = new(Capacity);

    [Fact]
    public void Of_ten_times_the_limit_in_parallel_exactly_the_limit_pass()
    {
        const int limit = 10_000;
        var passed = 0;

        Parallel.For(0, 10 * limit, new ParallelOptions { MaxDegreeOfParallelism = 16 }, _ =>
        {
            if (!_counters.Take(1, limit, Noon, Minute).IsRefused) Interlocked.Increment(ref passed);
        });

        passed.ShouldBe(limit);
    }

    [Fact]
    public void Two_principals_do_not_disturb_each_other()
    {
        _counters.Take(1, 1, Noon, Minute);

        _counters.Take(1, 1, Noon, Minute).IsRefused.ShouldBeTrue();
        _counters.Take(2, 1, Noon, Minute).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Memory_is_bounded_whatever_callers_do()
    {
        const int threads = 16;

        Parallel.For(0, 200_000, new ParallelOptions { MaxDegreeOfParallelism = threads }, caller => _counters.Take(caller, 5, Noon, Minute));

        _counters.Count.ShouldBeInRange(Capacity / 2, Capacity + 2 * threads);
    }

    [Fact]
    public void Who_keeps_calling_is_not_pushed_out_by_a_flood()
    {
        var readings = Enumerable.Range(0, 20).Select(round =>
        {
            for (var caller = 1; caller <= Capacity / 4; caller++) _counters.Take(round * Capacity + caller, 5, Noon, Minute);
            return _counters.Take(-1, 10, Noon, Minute);
        }).ToList();

        readings.Count(reading => !reading.IsRefused).ShouldBe(10);
    }

    [Fact]
    public void The_idle_are_forgotten_when_a_new_caller_comes()
    {
        for (var caller = 0; caller < 100; caller++) _counters.Take(caller, 5, Noon, Minute);

        _counters.Take(1000, 5, Noon + Minute, Minute);
        _counters.Take(1001, 5, Noon + 2 * Minute, Minute);

        _counters.Count.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void Reading_remembers_no_caller()
    {
        _counters.Read(1, 5, Noon, Minute).Remaining.ShouldBe(5);

        _counters.Count.ShouldBe(0);
    }
}
