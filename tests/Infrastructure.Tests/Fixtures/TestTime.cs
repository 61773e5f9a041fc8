namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>The real clock, moved on at will.</summary>
internal sealed class TestTime : TimeProvider
{
    private TimeSpan _ahead;
    private TimeSpan _asleep;

    /// <summary>Timers fire at once: nobody waits in a test for what only has to come later.</summary>
    public bool IsImpatient { get; init; }

    public void Advance(TimeSpan by) => _ahead += by;

    /// <summary>The machine sleeps: the date moves on, what measures spans does not.</summary>
    public void Sleep(TimeSpan by) => _asleep += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead + _asleep;

    public override long GetTimestamp() => base.GetTimestamp() + (_ahead.Ticks * TimestampFrequency / TimeSpan.TicksPerSecond);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, IsImpatient && dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
}
