using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security;

/// <summary>
/// Whether the changes that other processes make are read. While they are not, nothing that is kept in memory is believed: it may have changed unseen, and
/// this process may be one that was hung or cut off.
/// </summary>
internal sealed class AccessWatch(TimeProvider time)
{
    /// <summary>How old the last look at the changes may be: the bound within which every process sees what another one has acknowledged.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    private volatile ClockReading? _read;

    public bool IsOn => IsOnFor(TimeSpan.Zero);

    /// <param name="longer">How much older than the bound the last look may be.</param>
    public bool IsOnFor(TimeSpan longer) => _read is { } read && read.Age(time) < Bound + longer;

    /// <summary>Every change before this moment, at which the look began, was told to those who listen.</summary>
    public void Report(ClockReading began) => _read = began;
}
