using ModuleX.Application.Identity;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>
/// Ends the idle login sessions of those who listen here, so that they hear of it within ten seconds: such a session need not have a socket, and no
/// request asks with its token any more. Sessions of people who do not listen end when their token is used.
/// </summary>
internal sealed class IdleSweep(EventSockets sockets, ILoginSessionStandings standings, TimeProvider time, ILogger<IdleSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var ofTenant in sockets.All.Select(socket => (socket.Authority.Tenant, socket.Authority.User)).Distinct()
                .ToLookup(one => one.Tenant, one => one.User))
            {
                try
                {
                    await standings.EndIdleAsync(ofTenant.Key, [.. ofTenant], stoppingToken);
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    logger.LogWarning(exception, "Could not end idle login sessions of tenant {Tenant}; it is tried again", ofTenant.Key);
                }
            }
        }
    }
}
