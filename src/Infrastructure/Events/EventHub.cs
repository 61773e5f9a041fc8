using System.Threading.Channels;
using ModuleX.Application.Events;
using ModuleX.Domain.Identity;

namespace ModuleX.Infrastructure.Events;

/// <summary>
/// Takes the events of this process to those who watch on this node. What has no audience costs a look; the rest waits in one queue for the one who
/// hands it out, and what finds no room there is counted and dropped: the caller that raised it must not wait.
/// </summary>
public sealed class EventHub : IEvents
{
    private const int Capacity = 10_000;

    private readonly Channel<LiveEvent> _waiting;
    private volatile IEventAudience? _audience;
    private long _drops;

    public EventHub() => _waiting = Channel.CreateBounded<LiveEvent>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite }, _ => Interlocked.Increment(ref _drops));

    public void Publish(LiveEvent happened)
    {
        if (_audience?.Hears(happened) == true) _waiting.Writer.TryWrite(happened);
    }

    public bool Hears(UserId user) => _audience?.Hears(user) == true;

    /// <summary>From now on events wait to be read. For one reader.</summary>
    public ChannelReader<LiveEvent> Open(IEventAudience audience)
    {
        _audience = audience;
        return _waiting.Reader;
    }

    /// <summary>How many found no room since this was last asked.</summary>
    public long TakeDrops() => Interlocked.Exchange(ref _drops, 0);
}
