using System.Threading.Channels;
using ModuleX.Application.Events;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Events;
using ModuleX.Silo.Messages;

namespace ModuleX.Silo.Notices;

/// <summary>
/// The way of events to one other node: what has an audience there, in its order, and who watches here. While neither changes it sends nothing.
/// </summary>
internal sealed class EventLink : IDisposable
{
    private const int Capacity = 10_000;
    private const int MostAtOnce = 500;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly IEventAudience _watchers;
    private readonly IEventCarrier _carrier;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _ended = new();

    // Null wakes the reader: the audience has changed.
    private readonly Channel<LiveEvent?> _waiting;
    private readonly Lock _changing = new();
    private HashSet<UserId> _changed = [];
    private bool _tellsAll = true;
    private long _number;
    private long _drops;

    public EventLink(SiloAddress other, IEventAudience watchers, IEventCarrier carrier, ILogger logger)
    {
        (Other, _watchers, _carrier, _logger) = (other, watchers, carrier, logger);
        _waiting = Channel.CreateBounded<LiveEvent?>(
            new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite },
            dropped => Interlocked.Add(ref _drops, dropped is null ? 0 : 1));
        _waiting.Writer.TryWrite(null);
        var ended = _ended.Token;
        // Not as a part of what happens to run now: its trace would have all that is sent later.
        ThreadPool.UnsafeQueueUserWorkItem(_ => _ = RunAsync(ended), null);
    }

    public SiloAddress Other { get; }

    /// <summary>Who watches there.</summary>
    public OtherAudience Audience { get; } = new();

    /// <summary>Never waits. What has no audience there costs a look.</summary>
    public void Publish(LiveEvent happened)
    {
        if (Audience.Hears(happened)) _waiting.Writer.TryWrite(happened);
    }

    /// <summary>A user of this node may have come or gone.</summary>
    public void Note(UserId user)
    {
        lock (_changing) _changed.Add(user);
        _waiting.Writer.TryWrite(null);
    }

    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _ended.Cancel();
        _ended.Dispose();
    }

    private async Task RunAsync(CancellationToken ended)
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(ended))
            {
                var happened = TakeWaiting();
                if (IsAudienceDue()) await TellAudienceAsync(ended);
                if (happened.Length > 0) await SendAsync(happened, ended);
                LogDrops();
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The node has left, or this one stops.
        }
        catch (Exception exception)
        {
            _logger.LogError(exception, "Events don't go to the node {Node} any more", Other);
        }
        finally
        {
            LogDrops();
        }
    }

    private EventMessage[] TakeWaiting()
    {
        var taken = new List<EventMessage>();
        while (taken.Count < MostAtOnce && _waiting.Reader.TryRead(out var next))
        {
            if (next is not null) taken.Add(EventMessage.Of(next));
        }
        return [.. taken];
    }

    private bool IsAudienceDue()
    {
        lock (_changing) return _tellsAll || _changed.Count > 0;
    }

    /// <summary>Tries until the other node has it, or has left: without it that node would tell nothing, or too much.</summary>
    private async Task TellAudienceAsync(CancellationToken ended)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var message = NextMessage();
            if (await IsTakenAsync(() => _carrier.TellAudienceAsync(Other, message), ended)) return;
            _tellsAll = true;
            await Task.Delay(pause, ended);
        }
    }

    /// <summary>
    /// Waits for the answer, because messages that are not awaited can arrive out of order. While a node hangs, events for it fill the queue here, which
    /// drops those that find no room.
    /// </summary>
    private async Task SendAsync(EventMessage[] happened, CancellationToken ended)
    {
        if (await IsTakenAsync(() => _carrier.HearAsync(Other, happened), ended)) return;
        Interlocked.Add(ref _drops, happened.Length);
        // It may have started anew meanwhile, and gets more once it answers.
        _tellsAll = true;
    }

    private async Task<bool> IsTakenAsync(Func<Task<Result<Done>>> send, CancellationToken ended)
    {
        try
        {
            return (await send().WaitAsync(ended)).Error is null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ended.IsCancellationRequested)
        {
            // A node of a version before, say, which has no such service.
            _logger.LogDebug(exception, "The node {Node} does not take events, or who watches here", Other);
            return false;
        }
    }

    private void LogDrops()
    {
        if (Interlocked.Exchange(ref _drops, 0) is > 0 and var drops)
            _logger.LogWarning("{Count} events for the node {Node} found no room or were not taken, and were dropped", drops, Other);
    }

    /// <summary>What is said of a user is what is so now: changes that have outrun each other come to the same.</summary>
    private AudienceMessage NextMessage()
    {
        HashSet<UserId> changed;
        lock (_changing) (changed, _changed) = (_changed, []);
        var isWhole = _tellsAll;
        _tellsAll = false;
        return new()
        {
            Number = ++_number,
            IsWhole = isWhole,
            Come = [.. (isWhole ? _watchers.Users : changed.Where(_watchers.Hears)).Select(user => user.Value)],
            Gone = isWhole ? [] : [.. changed.Where(user => !_watchers.Hears(user)).Select(user => user.Value)],
            HasAdmins = _watchers.HasAdmins,
        };
    }
}
