using System.Diagnostics;
using System.Globalization;
using ModuleX.Api.Pages;
using ModuleX.Application.Telemetry;
using ModuleX.Infrastructure.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ModuleX.Api.Hosting.Telemetry;

/// <summary>The server's part in telemetry; none unless it is switched on.</summary>
internal static class TelemetryHosting
{
    /// <summary>Reads the settings, so it comes after they were checked.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var plan = new TelemetryPlan(builder.Configuration);
        builder.Configuration.AddInMemoryCollection(plan.Variables);
        builder.Services.AddTelemetryExport(plan, AddRequests, metrics => AddPrometheus(metrics, plan));
        if (plan.PrometheusAddress is not { } address) return;
        builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<MetricsListener>(provider, address));
    }

    /// <summary>What of it is exported, <c>SpanRules</c> decide.</summary>
    private static void AddRequests(TracerProviderBuilder traces) => traces.AddAspNetCoreInstrumentation(options =>
    {
        // Probes are asked every few seconds.
        options.Filter = static context => context.Request.Path.Value is not ("/health/live" or "/health/ready");
        options.EnrichWithHttpResponse = Describe;
    });

    private static void Describe(Activity span, HttpResponse response)
    {
        if (response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IEndpointGroupNameMetadata>() is { } surface)
            span.SetTag(Attributes.Surface, surface.EndpointGroupName);
        // An address of pages may carry the token of a connect link.
        if (PageEndpoint.Is(response.HttpContext)) span.SetTag(Attributes.UrlPath, PageEndpoint.PathOf(response.HttpContext));
        if (response.StatusCode >= StatusCodes.Status500InternalServerError)
            span.SetTag(Attributes.ErrorType, response.StatusCode.ToString(CultureInfo.InvariantCulture));
    }

    private static void AddPrometheus(MeterProviderBuilder metrics, TelemetryPlan plan)
    {
        if (plan.PrometheusAddress is null) return;
        metrics.AddPrometheusExporter(options =>
        {
            // The metrics as they are now, with no labels beside their own.
            options.ScrapeResponseCacheDurationMilliseconds = 0;
            options.ScopeInfoEnabled = false;
        });
    }
}
