using OpenTelemetry.Metrics;

namespace ModuleX.Infrastructure.Telemetry.Prometheus;

/// <summary>Names as Prometheus has them, by OpenTelemetry's rules of compatibility: the unit behind the name, and <c>_total</c> behind a counter.</summary>
internal static class PrometheusNames
{
    public static string Of(Metric metric)
    {
        var name = Clean(metric.Name);
        var unit = UnitOf(metric.Unit, metric.MetricType);
        if (unit.Length > 0 && !name.EndsWith($"_{unit}", StringComparison.Ordinal)) name = $"{name}_{unit}";
        return IsCounter(metric.MetricType) && !name.EndsWith("_total", StringComparison.Ordinal) ? $"{name}_total" : name;
    }

    public static string TypeOf(MetricType type) => type switch
    {
        MetricType.Histogram => "histogram",
        _ when IsCounter(type) => "counter",
        _ => "gauge",
    };

    /// <summary>Letters, digits and underscores, and no digit in front.</summary>
    public static string Clean(string name)
    {
        var clean = string.Create(name.Length, name, static (to, from) =>
        {
            for (var at = 0; at < from.Length; at++) to[at] = char.IsAsciiLetterOrDigit(from[at]) ? from[at] : '_';
        });
        return char.IsAsciiDigit(clean[0]) ? $"_{clean}" : clean;
    }

    private static bool IsCounter(MetricType type) => type is MetricType.LongSum or MetricType.DoubleSum;

    private static string UnitOf(string unit, MetricType type) => unit switch
    {
        "s" => "seconds",
        "ms" => "milliseconds",
        "By" => "bytes",
        "1" when type is MetricType.LongGauge or MetricType.DoubleGauge => "ratio",
        // {request} and the like say what is counted, and the name has that already.
        _ => unit.Length > 0 && unit.All(char.IsAsciiLetter) ? unit : "",
    };
}
