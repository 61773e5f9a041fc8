using Microsoft.Extensions.Options;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;
using ModuleX.Application.Operations;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>
/// Tells admins the status: when they come, every few seconds, and when the modules changed. Nothing is measured while there are no listeners.
/// </summary>
internal sealed class StatusFeed(
    EventSockets sockets, IUseCases useCases, IModules modules, IOptions<EventOptions> options, TimeProvider time,
    ILogger<StatusFeed> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private (object All, object States) _known;
    private long _toldAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "Could not tell the status; it is tried again");
            }
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var isDue = IsDue();
        foreach (var ofTenant in sockets.All.Where(socket => socket.IsAdmin && (socket.TakeNeedsStatus() || isDue)).ToLookup(socket => socket.Authority.Tenant))
        {
            if ((await useCases.SendAsync(new GetSystemStatusQuery(ofTenant.Key), cancellationToken)).Failed(out _, out var status)) continue;
            var message = SystemStatusBody.Of(status).ToMessage();
            foreach (var socket in ofTenant) socket.Send(message);
        }
    }

    private bool IsDue()
    {
        var now = (modules.All, modules.States);
        var isDue = !ReferenceEquals(now.All, _known.All) || !ReferenceEquals(now.States, _known.States)
            || time.GetElapsedTime(_toldAt) >= options.Value.StatusInterval;
        if (isDue) (_known, _toldAt) = (now, time.GetTimestamp());
        return isDue;
    }
}
