using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using ModuleX.Infrastructure.Telemetry;

namespace ModuleX.Api.Hosting.Telemetry;

/// <summary>
/// Answers Prometheus at an address of its own, so that what is public is never this. It is a bare server: fetching the metrics is in no trace, no record and no metric.
/// </summary>
internal sealed class MetricsListener(IServerTelemetry telemetry, ILoggerFactory logs) : IHostedService, IDisposable
{
    private KestrelServer? _server;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (telemetry.PrometheusAddress is not { } address) return Task.CompletedTask;
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = 0;
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip)) options.Listen(ip, address.Port);
        else options.ListenLocalhost(address.Port);
        _server = new KestrelServer(Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), logs), logs);
        return _server.StartAsync(new Answers(telemetry), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => _server?.Dispose();

    private sealed class Answers(IServerTelemetry telemetry) : IHttpApplication<IFeatureCollection>
    {
        public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

        public async Task ProcessRequestAsync(IFeatureCollection context)
        {
            var request = context.GetRequiredFeature<IHttpRequestFeature>();
            var response = context.GetRequiredFeature<IHttpResponseFeature>();
            if (request.Path != "/metrics" || request.Method is not ("GET" or "HEAD"))
            {
                response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            var body = Encoding.UTF8.GetBytes(telemetry.ReadMetrics());
            response.Headers.ContentType = "text/plain; version=0.0.4; charset=utf-8";
            response.Headers.ContentLength = body.Length;
            if (request.Method == "GET") await context.GetRequiredFeature<IHttpResponseBodyFeature>().Stream.WriteAsync(body);
        }

        public void DisposeContext(IFeatureCollection context, Exception? exception)
        {
            // Nothing was made.
        }
    }
}
