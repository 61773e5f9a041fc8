using System.Collections.Concurrent;
using ModuleX.Application.Events;
using ModuleX.Domain.Identity;

namespace ModuleX.Tests.Shared.Ports;

/// <summary>What was told, in order.</summary>
internal sealed class EventsInMemory : IEvents
{
    private readonly ConcurrentQueue<LiveEvent> _told = new();

    public IReadOnlyList<LiveEvent> Told => [.. _told];

    public void Publish(LiveEvent happened) => _told.Enqueue(happened);

    public bool Hears(UserId user) => true;
}
