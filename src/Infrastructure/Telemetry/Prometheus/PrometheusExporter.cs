using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace ModuleX.Infrastructure.Telemetry.Prometheus;

/// <summary>Writes metrics down as text, for <see cref="PrometheusReader"/>. It sends nothing.</summary>
internal sealed class PrometheusExporter : BaseExporter<Metric>
{
    /// <summary>What was last collected.</summary>
    public string Text { get; private set; } = "";

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var families = new SortedDictionary<string, List<Metric>>(StringComparer.Ordinal);
        foreach (var metric in batch)
        {
            var name = PrometheusNames.Of(metric);
            if (!families.TryGetValue(name, out var family)) families[name] = family = [];
            family.Add(metric);
        }
        var text = new PrometheusText();
        if (ParentProvider.GetResource() is { } resource) text.WriteResource(resource);
        foreach (var (name, family) in families) Write(text, name, family);
        Text = text.ToString();
        return ExportResult.Success;
    }

    private static void Write(PrometheusText text, string name, List<Metric> family)
    {
        text.WriteHead(name, PrometheusNames.TypeOf(family[0].MetricType), family[0].Description);
        foreach (var metric in family)
        {
            foreach (ref readonly var point in metric.GetMetricPoints()) Write(text, name, metric.MetricType, point);
        }
    }

    private static void Write(PrometheusText text, string name, MetricType type, in MetricPoint point)
    {
        switch (type)
        {
            case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                text.WriteSample(name, point.Tags, point.GetSumLong());
                break;
            case MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic:
                text.WriteSample(name, point.Tags, point.GetSumDouble());
                break;
            case MetricType.LongGauge:
                text.WriteSample(name, point.Tags, point.GetGaugeLastValueLong());
                break;
            case MetricType.DoubleGauge:
                text.WriteSample(name, point.Tags, point.GetGaugeLastValueDouble());
                break;
            case MetricType.Histogram:
                WriteHistogram(text, name, point);
                break;
        }
    }

    private static void WriteHistogram(PrometheusText text, string name, in MetricPoint point)
    {
        long below = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            text.WriteSample($"{name}_bucket", point.Tags, below, bucket.ExplicitBound);
        }
        text.WriteSample($"{name}_sum", point.Tags, point.GetHistogramSum());
        text.WriteSample($"{name}_count", point.Tags, point.GetHistogramCount());
    }
}
