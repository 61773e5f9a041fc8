using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace ModuleX.Api.Hosting.Rates;

/// <summary>Document 1's headers. Where several limits apply to a request, they tell of the one that is nearest to its end.</summary>
internal static class RateHeaders
{
    public const string Limit = "X-RateLimit-Limit";
    public const string Remaining = "X-RateLimit-Remaining";

    /// <summary>Unix seconds at which the window ends.</summary>
    public const string Reset = "X-RateLimit-Reset";

    private static readonly string[] All = [Limit, Remaining, Reset];

    public static void Tell(IHeaderDictionary headers, RateReading reading)
    {
        if (headers[Remaining] is [{ } told] && int.Parse(told, CultureInfo.InvariantCulture) < reading.Remaining) return;
        headers[Limit] = reading.Limit.ToString(CultureInfo.InvariantCulture);
        headers[Remaining] = reading.Remaining.ToString(CultureInfo.InvariantCulture);
        headers[Reset] = ((reading.EndsAt + 999) / 1000).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What has been told, for an answer that begins anew.</summary>
    public static IReadOnlyList<KeyValuePair<string, StringValues>> In(IHeaderDictionary headers) =>
        [.. All.Where(headers.ContainsKey).Select(name => KeyValuePair.Create(name, headers[name]))];
}
