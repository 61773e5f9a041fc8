using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Access;

/// <summary>When a change has to be announced a second time.</summary>
internal static class AccessChanges
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether a transaction took so long that those who read changes may have looked past the time that its row names: a process that was hung between
    /// writing the row and the commit. The change is announced again then, before anything is acknowledged.
    /// </summary>
    /// <param name="began">Taken before the row was made.</param>
    public static bool WasSlow(ClockReading began, TimeProvider time) => began.Age(time) > Slow;
}
