using System.Globalization;

namespace ModuleX.Api.Hosting;

/// <summary>Times as every surface writes them.</summary>
internal static class WireTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>ISO 8601 in UTC, to the millisecond: <c>2027-01-31T10:30:00.000Z</c>.</summary>
    public static string ToWire(this DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
