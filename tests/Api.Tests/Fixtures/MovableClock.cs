namespace ModuleX.Api.Tests.Fixtures;

/// <summary>The real time and what a test adds to it. Timers run on real time.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long _aheadTicks;

    /// <summary>How far it is ahead of the real time.</summary>
    public TimeSpan Ahead => new(Volatile.Read(ref _aheadTicks));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _aheadTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
