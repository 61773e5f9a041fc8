namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>The real clock, moved on at will.</summary>
internal sealed class TestTime : TimeProvider
{
    private TimeSpan _ahead;
    private TimeSpan _asleep;
    private (DateTimeOffset At, long Timestamp)? _stands;

    /// <summary>Timers fire at once: a test does not wait for events that only have to come later.</summary>
    public bool IsImpatient { get; init; }

    /// <summary>From now on it only moves when a test says so: what a busy machine takes does not count.</summary>
    public void Stand() => _stands = (base.GetUtcNow(), base.GetTimestamp());

    public void Advance(TimeSpan by) => _ahead += by;

    /// <summary>The machine sleeps: the date moves on, what measures spans does not.</summary>
    public void Sleep(TimeSpan by) => _asleep += by;

    public override DateTimeOffset GetUtcNow() => (_stands?.At ?? base.GetUtcNow()) + _ahead + _asleep;

    public override long GetTimestamp() => (_stands?.Timestamp ?? base.GetTimestamp()) + (_ahead.Ticks * TimestampFrequency / TimeSpan.TicksPerSecond);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, IsImpatient && dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
}
