using OpenTelemetry.Metrics;

namespace ModuleX.Infrastructure.Telemetry.Prometheus;

/// <summary>Collects the metrics when Prometheus asks for them.</summary>
internal sealed class PrometheusReader : BaseExportingMetricReader
{
    private readonly PrometheusExporter _exporter;
    private readonly Lock _lock = new();

    public PrometheusReader()
        : this(new PrometheusExporter())
    {
    }

    private PrometheusReader(PrometheusExporter exporter)
        : base(exporter) => _exporter = exporter;

    /// <summary>All metrics as they are now, in Prometheus' text format.</summary>
    public string Read()
    {
        lock (_lock)
        {
            Collect();
            return _exporter.Text;
        }
    }
}
