namespace ModuleX.Infrastructure.Telemetry;

/// <summary>What a server has to know of telemetry. All of it says no unless a setting switches it on.</summary>
public interface IServerTelemetry
{
    /// <summary>True when spans are exported.</summary>
    bool IsTracing { get; }

    /// <summary>Where Prometheus fetches the metrics; null where it does not.</summary>
    Uri? PrometheusAddress { get; }

    /// <summary>All metrics as they are now, in Prometheus' text format. Empty before the server starts, and where Prometheus has no address.</summary>
    string ReadMetrics();
}
