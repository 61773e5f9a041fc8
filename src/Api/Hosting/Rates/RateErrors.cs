using System.Globalization;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting.Rates;

/// <summary>Why a request was not taken.</summary>
internal static class RateErrors
{
    public const string ExceededCode = "rate_limit_exceeded";

    /// <param name="wait">Until the window ends.</param>
    public static Error Exceeded(int limit, TimeSpan wait) => new(
        ErrorKind.RateLimited, ExceededCode,
        string.Create(CultureInfo.InvariantCulture,
        $"Too many requests: the limit is {limit}. Try again in {Math.Max(1, Math.Ceiling(wait.TotalSeconds))} s")) { RetryAfter = wait };
}
