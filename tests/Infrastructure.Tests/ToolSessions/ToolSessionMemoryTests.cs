using Microsoft.Extensions.Options;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Security;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>When memory counts while the database is away, and its lock with it.</summary>
public sealed class ToolSessionMemoryTests
{
    private static readonly TimeSpan Allowance = TimeSpan.FromSeconds(30);

    private readonly ManualTime _time = new();
    private readonly AccessWatch _watch;

    public ToolSessionMemoryTests() => _watch = new AccessWatch(_time);

    [Fact]
    public void An_outage_is_outlasted_as_long_as_the_setting_allows()
    {
        var memory = MemoryWith(Allowance);
        _watch.Report(ClockReading.Now(_time));

        _time.Advance(AccessWatch.Bound + TimeSpan.FromSeconds(1));
        memory.IsBelieved.ShouldBeTrue();
        _time.Advance(Allowance);
        memory.IsBelieved.ShouldBeFalse();
    }

    [Fact]
    public void Without_the_setting_memory_counts_no_more_when_the_lock_is_lost()
    {
        var memory = MemoryWith(TimeSpan.Zero);
        _watch.Report(ClockReading.Now(_time));

        memory.IsBelieved.ShouldBeFalse();
    }

    [Fact]
    public void A_server_that_is_back_is_not_believed_before_its_lock_is_held()
    {
        var memory = MemoryWith(Allowance);
        _watch.Report(ClockReading.Now(_time));
        _time.Advance(AccessWatch.Bound + TimeSpan.FromSeconds(1));

        _watch.Report(ClockReading.Now(_time));

        memory.IsBelieved.ShouldBeFalse("another process may have taken the lock meanwhile");
    }

    private ToolSessionMemory MemoryWith(TimeSpan allowance) =>
        new(new LostLease(), _watch, Options.Create(new ToolSessionCacheOptions { MaxCached = 10, OutageAllowance = allowance }));

    private sealed class LostLease : ISingleNodeLease
    {
        public LeaseHold Hold => LeaseHold.Lost;

        public Task AcquireAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
