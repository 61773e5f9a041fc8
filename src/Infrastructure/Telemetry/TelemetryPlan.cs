using Microsoft.Extensions.Configuration;

namespace ModuleX.Infrastructure.Telemetry;

/// <summary>
/// What is exported, by the settings and by OpenTelemetry's own variables; nothing unless one of them switches it on. Read while the server is built:
/// wrong settings are refused elsewhere, together with all others.
/// </summary>
public sealed class TelemetryPlan
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private readonly IConfiguration _configuration;
    private readonly TelemetryOptions _options;

    public TelemetryPlan(IConfiguration configuration)
    {
        (_configuration, _options) = (configuration, configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new());
        var isOn = !string.Equals(configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase);
        var isSent = isOn && (_options.Otlp.Endpoint.Length > 0 || IsSet(Endpoint));
        SendsTraces = isSent || (isOn && IsSet("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"));
        SendsMetrics = isSent || (isOn && IsSet("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"));
        PrometheusAddress = isOn ? _options.PrometheusAddress : null;
    }

    /// <summary>True when spans go to a collector.</summary>
    public bool SendsTraces { get; }

    /// <summary>True when metrics go to a collector.</summary>
    public bool SendsMetrics { get; }

    /// <summary>Where Prometheus fetches the metrics; null where it does not.</summary>
    public Uri? PrometheusAddress { get; }

    /// <summary>True when metrics are exported in any way.</summary>
    public bool HasMetrics => SendsMetrics || PrometheusAddress is not null;

    /// <summary>ModuleX's settings as the variables that OpenTelemetry reads; empty where only those are set.</summary>
    public IReadOnlyDictionary<string, string?> Variables => _options.Otlp.Endpoint.Length > 0
        ? new Dictionary<string, string?> { [Endpoint] = _options.Otlp.Endpoint, [Protocol] = _options.Otlp.Protocol }
        : [];

    private bool IsSet(string variable) => !string.IsNullOrWhiteSpace(_configuration[variable]);
}
