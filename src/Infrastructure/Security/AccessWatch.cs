namespace ModuleX.Infrastructure.Security;

/// <summary>
/// Whether changes made by other processes are looked for. While they are not, nothing that is kept in memory is believed: it may have changed
/// unseen.
/// </summary>
internal sealed class AccessWatch(TimeProvider time)
{
    /// <summary>How long after the last report memory is believed.</summary>
    private static readonly TimeSpan SilenceAllowed = TimeSpan.FromSeconds(2);

    private long _reportedAt;

    public bool IsOn => Volatile.Read(ref _reportedAt) is not 0 and var reportedAt && time.GetElapsedTime(reportedAt) < SilenceAllowed;

    /// <summary>Every change before this moment was told to those who listen.</summary>
    public void Report(long beganAt) => Volatile.Write(ref _reportedAt, beganAt);
}
