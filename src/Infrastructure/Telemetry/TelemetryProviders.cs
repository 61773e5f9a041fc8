using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Infrastructure.Telemetry.Prometheus;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Own = ModuleX.Application.Telemetry.Instrumentation;

namespace ModuleX.Infrastructure.Telemetry;

/// <summary>Listens to spans and measurements and exports them. Where nothing is exported, nothing is listened to.</summary>
/// <param name="services">What is measured is made when it is: this here is asked for while the settings are still unchecked.</param>
internal sealed class TelemetryProviders(TelemetryPlan plan, IEnumerable<TelemetrySource> sources, IServiceProvider services) : IServerTelemetry, IDisposable
{
    private static readonly string Version = typeof(TelemetryProviders).Assembly.GetName().Version?.ToString(3) ?? "0";

    private readonly string _instance = Guid.NewGuid().ToString();
    private Meter? _meter;
    private TracerProvider? _traces;
    private MeterProvider? _metrics;
    private PrometheusReader? _prometheus;

    public bool IsTracing => plan.SendsTraces;

    public Uri? PrometheusAddress => plan.PrometheusAddress;

    public string ReadMetrics() => _prometheus?.Read() ?? "";

    public void Start()
    {
        if (plan.SendsTraces) _traces = BuildTraces();
        if (plan.HasMetrics) _metrics = BuildMetrics();
    }

    /// <summary>Sends what has not been sent. A collector that does not answer holds up the end for so long and no longer.</summary>
    public void Flush(TimeSpan timeout)
    {
        var each = (int)timeout.TotalMilliseconds / 2;
        _traces?.ForceFlush(each);
        _metrics?.ForceFlush(each);
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        _meter?.Dispose();
    }

    private TracerProvider BuildTraces() => Sdk.CreateTracerProviderBuilder()
        .ConfigureServices(inner => inner.AddSingleton(plan.ForOpenTelemetry()))
        .SetResourceBuilder(Resource())
        .AddSource([.. sources.SelectMany(source => source.Sources)])
        .AddProcessor(new ForeignSpans())
        .AddOtlpExporter()
        .Build();

    private MeterProvider BuildMetrics()
    {
        _meter = new Meter(Own.Name);
        foreach (var one in services.GetServices<IMeasured>()) one.Measure(_meter);
        var builder = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(inner => inner.AddSingleton(plan.ForOpenTelemetry()))
            .SetResourceBuilder(Resource())
            .AddMeter([.. sources.SelectMany(source => source.Meters).Distinct()])
            .AddView(Bounded);
        if (plan.SendsMetrics) builder.AddOtlpExporter();
        if (plan.PrometheusAddress is not null) builder.AddReader(_prometheus = new PrometheusReader());
        return builder.Build();
    }

    /// <summary>
    /// Hosts of services are people's own where a tool is self-hosted: as many as there are people, and nobody's business. Npgsql's pool is named by the connection string.
    /// </summary>
    private static MetricStreamConfiguration? Bounded(Instrument instrument) => instrument.Meter.Name switch
    {
        "System.Net.Http" => new MetricStreamConfiguration { TagKeys = ["http.request.method", "http.response.status_code", "error.type", "network.protocol.version", "url.scheme", "http.connection.state"] },
        "Npgsql" => new MetricStreamConfiguration { TagKeys = ["db.client.connection.state", "error.type"] },
        _ => null,
    };

    /// <summary>The environment wins: <c>OTEL_SERVICE_NAME</c>, <c>OTEL_RESOURCE_ATTRIBUTES</c>.</summary>
    private ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddService("modulex", serviceVersion: Version, serviceInstanceId: _instance)
        .AddAttributes([new("host.name", Environment.MachineName)])
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();
}
