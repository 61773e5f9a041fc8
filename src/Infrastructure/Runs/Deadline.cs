using ModuleX.Application.Runs;

namespace ModuleX.Infrastructure.Runs;

/// <summary>
/// Until when and as long as what a run may send its requests, tied to its caller. Tells the two ends of its time apart: the caller's hanging up is not a
/// deadline.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    public Deadline(TimeSpan duration, TimeProvider time, CancellationToken caller)
    {
        _time = time;
        _started = time.GetTimestamp();
        Duration = duration;
        Caller = caller;
        _source = new CancellationTokenSource(duration, time);
        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public TimeSpan Duration { get; }

    /// <summary>Asked right before each request is written; null where nothing can take the right to send away.</summary>
    public SendPermit? Permit { get; init; }

    /// <summary>The caller's own token.</summary>
    public CancellationToken Caller { get; }

    /// <summary>Ends with the deadline or with the caller.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>True when the time is over and the caller still waits.</summary>
    public bool HasPassed => _source.IsCancellationRequested && !Caller.IsCancellationRequested;

    public TimeSpan Remaining => Duration - _time.GetElapsedTime(_started);

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
