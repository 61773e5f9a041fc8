using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModuleX.Application.ConnectLinks;

namespace ModuleX.Infrastructure.ConnectLinks;

/// <summary>Once a minute, on every node, wipes what connect links hold past their end.</summary>
internal sealed class ConnectLinkCleanup(IConnectLinkTokens links, TimeProvider time, ILogger<ConnectLinkCleanup> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await links.CleanAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "Could not clear connect links away; it is tried again in a minute");
            }
        }
    }
}
