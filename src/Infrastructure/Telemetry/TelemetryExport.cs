using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Own = ModuleX.Application.Telemetry.Instrumentation;

namespace ModuleX.Infrastructure.Telemetry;

/// <summary>Has spans and measurements listened to and exported. Where nothing is exported, nothing is registered and nothing listens.</summary>
public static class TelemetryExport
{
    private static readonly string Version = typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>Spans and metrics of ModuleX, of .NET and of what other programs put in.</summary>
    /// <param name="traces">Adds to the spans; called where they are exported.</param>
    /// <param name="metrics">Adds to the metrics; called where they are exported.</param>
    public static void AddTelemetryExport(
        this IServiceCollection services, TelemetryPlan plan, Action<TracerProviderBuilder> traces, Action<MeterProviderBuilder> metrics)
    {
        var instance = Guid.NewGuid().ToString();
        if (plan.SendsTraces)
        {
            // W3C's alone: with the default, a request's baggage would be read too, and a second span made where a header can be read in two ways.
            OpenTelemetry.Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
            services.AddOpenTelemetry().WithTracing(builder =>
            {
                builder.SetResourceBuilder(ResourceOf(instance)).AddProcessor<SpanRules>();
                traces(builder);
                // After the rules, which change what it sends.
                builder.AddOtlpExporter();
            });
            services.ConfigureOpenTelemetryTracerProvider(static (provider, builder) =>
                builder.AddSource([.. provider.GetServices<TelemetrySource>().SelectMany(source => source.Sources)]));
        }
        if (!plan.HasMetrics) return;
        services.AddOpenTelemetry().WithMetrics(builder =>
        {
            builder.SetResourceBuilder(ResourceOf(instance)).AddView(Bounded);
            metrics(builder);
            if (plan.SendsMetrics) builder.AddOtlpExporter();
        });
        services.ConfigureOpenTelemetryMeterProvider(static (provider, builder) =>
        {
            var meter = provider.GetRequiredService<IMeterFactory>().Create(Own.Name);
            foreach (var measured in provider.GetServices<IMeasured>()) measured.Measure(meter);
            builder.AddMeter([.. provider.GetServices<TelemetrySource>().SelectMany(source => source.Meters).Distinct()]);
        });
    }

    /// <summary>
    /// Without the hosts of services: where a tool is self-hosted they are people's own, and as many as there are people. Npgsql names its pool by
    /// the connection string.
    /// </summary>
    private static MetricStreamConfiguration? Bounded(Instrument instrument) => instrument.Meter.Name switch
    {
        "System.Net.Http" => new()
        {
            TagKeys =
            [
                "http.request.method", "http.response.status_code", "error.type", "network.protocol.version", "url.scheme", "http.connection.state",
            ],
        },
        "Npgsql" => new() { TagKeys = ["db.client.connection.state", "error.type"] },
        _ => null,
    };

    /// <summary>The environment wins: <c>OTEL_SERVICE_NAME</c>, <c>OTEL_RESOURCE_ATTRIBUTES</c>.</summary>
    private static ResourceBuilder ResourceOf(string instance) => ResourceBuilder.CreateEmpty()
        .AddService("modulex", serviceVersion: Version, serviceInstanceId: instance)
        .AddAttributes([new("host.name", Environment.MachineName)])
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();
}
