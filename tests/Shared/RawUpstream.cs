using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ModuleX.Tests.Shared;

/// <summary>A server that need not speak proper HTTP: it reads the head of a request, then does what the test says, then closes.</summary>
public sealed class RawUpstream : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<NetworkStream, CancellationToken, Task> _answer;
    private readonly Task _accepting;
    private int _connections;
    private int _requests;

    public RawUpstream(Func<NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Url { get; }

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Heads of requests that arrived whole.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Writes these lines as they are and closes.</summary>
    public static RawUpstream Saying(string text) => new((stream, stop) => stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop).AsTask());

    /// <summary>Writes these lines and keeps the connection open.</summary>
    public static RawUpstream HangingAfter(string text) => new(async (stream, stop) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop);
        await Task.Delay(Timeout.Infinite, stop);
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        Interlocked.Increment(ref _connections);
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            var head = new byte[16 * 1024];
            var count = 0;
            while (head.AsSpan(0, count).IndexOf("\r\n\r\n"u8) < 0)
            {
                var read = await stream.ReadAsync(head.AsMemory(count), _stop.Token);
                if (read == 0) return;
                count += read;
            }
            Interlocked.Increment(ref _requests);
            await _answer(stream, _stop.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The test is over, or the client has gone.
        }
    }
}
