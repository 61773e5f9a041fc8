namespace ModuleX.Infrastructure.Persistence;

/// <summary>
/// A moment by both clocks. While a machine is suspended only its date may go on, and when its date is set back only the other measure is right: the age of
/// what was read is the larger of the two.
/// </summary>
internal sealed record ClockReading(long Timestamp, DateTimeOffset At)
{
    public static ClockReading Now(TimeProvider time) => new(time.GetTimestamp(), time.GetUtcNow());

    public TimeSpan Age(TimeProvider time)
    {
        var (elapsed, dated) = (time.GetElapsedTime(Timestamp), time.GetUtcNow() - At);
        return dated > elapsed ? dated : elapsed;
    }
}
