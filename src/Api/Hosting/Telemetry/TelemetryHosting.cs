using ModuleX.Infrastructure.Telemetry;

namespace ModuleX.Api.Hosting.Telemetry;

/// <summary>The server's part in telemetry; none unless it is switched on.</summary>
internal static class TelemetryHosting
{
    public static IServiceCollection AddTelemetryListener(this IServiceCollection services) => services.AddHostedService<MetricsListener>();

    /// <summary>Must come first, so that it sees how a request ends.</summary>
    public static void UseRequestSpans(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IServerTelemetry>().IsTracing) app.UseMiddleware<RequestSpans>();
    }
}
