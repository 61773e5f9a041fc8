using ModuleX.Application.Events;
using ModuleX.Domain.Identity;
using ModuleX.Infrastructure.Events;
using ModuleX.Silo.Notices;

namespace ModuleX.Silo.Adapters;

/// <summary>Takes the events of this node to those who watch, on whichever node.</summary>
internal sealed class ClusterEvents(EventHub hub, EventLinks links) : IEvents
{
    public void Publish(LiveEvent happened)
    {
        hub.Publish(happened);
        foreach (var link in links.All) link.Publish(happened);
    }

    public bool Hears(UserId user)
    {
        if (hub.Hears(user)) return true;
        foreach (var link in links.All)
        {
            if (link.Audience.Hears(user)) return true;
        }
        return false;
    }
}
