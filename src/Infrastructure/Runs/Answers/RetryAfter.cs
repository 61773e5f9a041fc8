using System.Globalization;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.Runs.Answers;

/// <summary>Reads how long a service wants to be left alone.</summary>
internal static class RetryAfter
{
    // Seconds above this are a Unix time: GitHub's x-ratelimit-reset and its likes.
    private const long EarliestUnixTime = 1_000_000_000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>From <c>Retry-After</c> (RFC 9110, section 10.2.3) or another header; null when it is not there or says nothing.</summary>
    public static TimeSpan? Of(Answer answer, DateTimeOffset now, string header = "Retry-After")
    {
        if (answer.Header(header) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return Bounded(number < EarliestUnixTime ? number : number - (now.ToUnixTimeMilliseconds() / 1000.0));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? Bounded((date - now).TotalSeconds) : null;
    }

    private static TimeSpan Bounded(double seconds) =>
        seconds <= 0 ? TimeSpan.Zero : seconds >= Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(seconds);
}
