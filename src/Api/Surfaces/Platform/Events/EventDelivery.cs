using ModuleX.Application.Events;
using ModuleX.Infrastructure.Events;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>Hands events out to the sockets that they are for. An event is written once, and its bytes wait in all their queues.</summary>
internal sealed class EventDelivery(EventHub hub, EventSockets sockets, IHostApplicationLifetime lifetime, ILogger<EventDelivery> logger) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the server stops listening, which waits for its connections.
        lifetime.ApplicationStopping.Register(sockets.CloseAll);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var happened in hub.Open(sockets).ReadAllAsync(stoppingToken))
        {
            Deliver(happened);
            if (hub.TakeDrops() is > 0 and var drops) logger.LogWarning("{Count} events found no room and were dropped", drops);
        }
    }

    private void Deliver(LiveEvent happened)
    {
        byte[]? message = null;
        foreach (var socket in sockets.For(happened)) socket.Send(message ??= happened.ToMessage());
    }
}
