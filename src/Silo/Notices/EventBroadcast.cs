using ModuleX.Domain.Identity;
using ModuleX.Infrastructure.Events;
using ModuleX.Silo.Nodes;

namespace ModuleX.Silo.Notices;

/// <summary>Keeps a way of events to every member of the cluster, and tells each of them who watches here.</summary>
internal sealed class EventBroadcast(
    EventLinks links, IEventAudience watchers, ISiloStatusOracle silos, IEventCarrier carrier, ILogger<EventBroadcast> logger)
    : IHostedService, ISiloStatusListener
{
    private readonly Lock _looking = new();
    private volatile bool _isStopping;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        watchers.Listen(Note);
        silos.SubscribeToSiloStatusEvents(this);
        Look();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        silos.UnSubscribeFromSiloStatusEvents(this);
        Look();
        return Task.CompletedTask;
    }

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status) => Look();

    private void Look()
    {
        lock (_looking)
        {
            // The others listen to members only.
            SiloAddress[] others = _isStopping || silos.CurrentStatus is not SiloStatus.Active ? [] : [.. silos.Others()];
            links.Keep(others, other => new EventLink(other, watchers, carrier, logger));
        }
    }

    private void Note(UserId user)
    {
        foreach (var link in links.All) link.Note(user);
    }
}
