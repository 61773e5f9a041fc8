using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace ModuleX.Api.Hosting.Telemetry;

/// <summary>
/// Answers Prometheus at an address of its own, so that it is never public with the API. A bare server: fetching the metrics is in no trace, record or metric.
/// </summary>
internal sealed class MetricsListener(Uri address, MeterProvider metrics, IServiceProvider services, ILoggerFactory logs) : IHostedService, IDisposable
{
    private KestrelServer? _server;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = 0;
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip)) options.Listen(ip, address.Port);
        else options.ListenLocalhost(address.Port);
        _server = new KestrelServer(Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), logs), logs);
        // What it does not answer is 404.
        var answer = new ApplicationBuilder(services)
            .UseOpenTelemetryPrometheusScrapingEndpoint(metrics, AsksForMetrics, path: null, configureBranchedPipeline: null, optionsName: null)
            .Build();
        return _server.StartAsync(new Answers(answer, services), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => _server?.Dispose();

    private static bool AsksForMetrics(HttpContext context) =>
        context.Request.Path == "/metrics" && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));

    private sealed class Answers(RequestDelegate answer, IServiceProvider services) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures) { RequestServices = services };

        public Task ProcessRequestAsync(HttpContext context) => answer(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
            // Nothing was made.
        }
    }
}
