using Microsoft.Extensions.DependencyInjection;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Infrastructure.Telemetry;

/// <summary>Registers the settings of telemetry, and which sources it has.</summary>
internal static class TelemetryRegistration
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.AddSettings<TelemetryOptions>(TelemetryOptions.Section)
            .Validate(options => options.Otlp.HasReadableEndpoint, "Telemetry:Otlp:Endpoint must be an http or https URL without a query")
            .Validate(options => options.Otlp.HasKnownProtocol, "Telemetry:Otlp:Protocol must be one of http/protobuf, grpc")
            .Validate(
                options => options.Prometheus.Length == 0 || options.PrometheusAddress is not null,
                "Telemetry:Prometheus must be an address of this machine, as in http://localhost:9464")
            .ValidateOnStart();
        services.AddSingleton(TelemetrySource.Own);
        return services;
    }
}
