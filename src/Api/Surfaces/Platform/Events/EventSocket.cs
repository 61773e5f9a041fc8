using System.Net.WebSockets;
using System.Threading.Channels;
using ModuleX.Application.Access;
using ModuleX.Domain.Identity;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>One client that watches: a bounded queue of messages, and a connection that is only written to. While nothing happens it holds no buffer.</summary>
internal sealed class EventSocket : IDisposable
{
    /// <summary>How much of what a client must not send is read before it is told so.</summary>
    private const int LongestMessage = 4096;

    /// <summary>How long a client may take to read what is left and to answer the end.</summary>
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(10);

    private readonly Channel<ReadOnlyMemory<byte>> _queue;
    private readonly CancellationTokenSource _gone = new();
    private SocketEnding? _ending;
    private volatile Authority _authority;
    private volatile bool _needsStatus = true;
    private volatile bool _needsCheck = true;
    private long _checkAtTicks = long.MaxValue;

    public EventSocket(Authority authority, int queueLength)
    {
        _authority = authority;
        _queue = Channel.CreateBounded<ReadOnlyMemory<byte>>(
            new BoundedChannelOptions(queueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    }

    /// <summary>Who watches; renewed when it changes.</summary>
    public Authority Authority => _authority;

    public bool IsAdmin => _authority.Role >= SystemRole.Admin;

    /// <summary>Whether it was not told the status yet; asked once.</summary>
    public bool TakeNeedsStatus()
    {
        if (!_needsStatus) return false;
        _needsStatus = false;
        return true;
    }

    /// <summary>Its session may have ended.</summary>
    public void Doubt() => _needsCheck = true;

    public bool IsDoubtedAt(DateTimeOffset now) => _needsCheck || Volatile.Read(ref _checkAtTicks) <= now.UtcTicks;

    /// <summary>Before its session is looked up: a change meanwhile doubts it again.</summary>
    public void BeginCheck() => _needsCheck = false;

    public void Confirm(Authority authority, DateTimeOffset checkAt)
    {
        _authority = authority;
        Volatile.Write(ref _checkAtTicks, checkAt.UtcTicks);
    }

    /// <summary>Adds a message, whose bytes others may share. A client that leaves too many unread is closed.</summary>
    public void Send(ReadOnlyMemory<byte> message)
    {
        if (!_queue.Writer.TryWrite(message)) Close(SocketEnding.TooSlow);
    }

    /// <summary>Ends it after what waits already; only the first ending counts.</summary>
    public void Close(SocketEnding ending)
    {
        if (Interlocked.CompareExchange(ref _ending, ending, null) is not null) return;
        _queue.Writer.TryComplete();
        // The client may be gone, or read nothing any more.
        _gone.CancelAfter(ClosingTime);
    }

    /// <summary>Until one of the two sides ends it.</summary>
    public async Task RunAsync(WebSocket socket, CancellationToken aborted)
    {
        await using var registration = aborted.Register(_gone.Cancel);
        await Task.WhenAll(ReceiveAllAsync(socket), SendAllAsync(socket));
    }

    public void Dispose() => _gone.Dispose();

    private async Task SendAllAsync(WebSocket socket)
    {
        try
        {
            await foreach (var message in _queue.Reader.ReadAllAsync(_gone.Token))
            {
                if (Volatile.Read(ref _ending) is { DropsWhatWaits: true }) break;
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, _gone.Token);
            }
            await socket.CloseOutputAsync((WebSocketCloseStatus)_ending!.Code, _ending.Reason, _gone.Token);
        }
        catch (Exception exception) when (IsGone(exception))
        {
            await _gone.CancelAsync();
        }
    }

    private async Task ReceiveAllAsync(WebSocket socket)
    {
        try
        {
            var length = 0;
            var buffer = Memory<byte>.Empty;
            while (true)
            {
                // An empty buffer waits without one; nothing that comes is wanted.
                var received = await socket.ReceiveAsync(buffer, _gone.Token);
                if (received.MessageType == WebSocketMessageType.Close) break;
                if (buffer.IsEmpty) buffer = new byte[512];
                length += received.Count;
                if (length > LongestMessage) Close(SocketEnding.TooLong);
                else if (received.EndOfMessage) Close(SocketEnding.NothingExpected);
            }
            Close(SocketEnding.Agreed);
        }
        catch (Exception exception) when (IsGone(exception))
        {
            Close(SocketEnding.Agreed);
            await _gone.CancelAsync();
        }
    }

    private static bool IsGone(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException;
}
