using Microsoft.Extensions.Configuration;

namespace ModuleX.Infrastructure.Telemetry;

/// <summary>
/// What is exported, by the settings and by OpenTelemetry's own variables. It is asked while the server is built, when the settings are not checked yet: one that can't be
/// read is none here, and keeps the server from starting a moment later, together with all others.
/// </summary>
internal sealed class TelemetryPlan
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

    public bool SendsTraces { get; }

    public bool SendsMetrics { get; }

    /// <summary>Null for no Prometheus.</summary>
    public Uri? PrometheusAddress { get; }

    public bool HasMetrics => SendsMetrics || PrometheusAddress is not null;

    /// <summary>What OpenTelemetry reads its variables from: the environment as this server knows it, with ModuleX's settings in the place of its own.</summary>
    public IConfiguration ForOpenTelemetry()
    {
        var over = new Dictionary<string, string?>();
        if (_options.Otlp.Endpoint.Length > 0) (over[Endpoint], over[Protocol]) = (_options.Otlp.Endpoint, _options.Otlp.Protocol);
        return new ConfigurationBuilder().AddConfiguration(_configuration).AddInMemoryCollection(over).Build();
    }

    private bool IsSet(string variable) => !string.IsNullOrWhiteSpace(_configuration[variable]);
}
