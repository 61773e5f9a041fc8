namespace ModuleX.Silo.Adapters;

/// <summary>
/// Until when a message between silos may be begun, by the sender's clock. A silo that was hung finds messages whose callers have given up, and what
/// was asked of another silo meanwhile.
/// </summary>
internal static class MessageDeadline
{
    private const string Key = "modulex.deadline";

    /// <summary>For the calls that follow in this flow.</summary>
    public static void Set(DateTimeOffset deadline) => RequestContext.Set(Key, deadline.UtcTicks);

    /// <summary>Whether the message that is being handled came too late; false for one without a deadline.</summary>
    public static bool HasPassed(DateTimeOffset now) =>
        RequestContext.Get(Key) is long ticks && now.UtcTicks > ticks + ClusterClock.LargestDifference.Ticks;
}
