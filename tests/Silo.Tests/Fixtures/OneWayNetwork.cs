using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ModuleX.Silo.Tests.Fixtures;

/// <summary>
/// Stands before the ports of all nodes for each other, and can keep everything from one of them, while its own words still reach the others. Orleans speaks
/// both ways over one connection, whichever side made it, so it matters who made one.
/// </summary>
internal sealed class OneWayNetwork : IAsyncDisposable
{
    private readonly List<TcpListener> _listeners = [];
    private readonly ConcurrentBag<Task> _accepting = [];
    private readonly CancellationTokenSource _stop = new();
    private volatile NodeProcess? _cut;

    /// <summary>Takes connections at the port for a node that listens at another one.</summary>
    public void Add(int port, int target, Func<NodeProcess> node)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _listeners.Add(listener);
        _accepting.Add(AcceptAsync(listener, target, node));
    }

    /// <summary>What is on its way to the node is lost from now on, and the connections stay.</summary>
    public void Cut(NodeProcess node) => _cut = node;

    public void Heal() => _cut = null;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var listener in _listeners) listener.Stop();
        await Task.WhenAll(_accepting);
        _stop.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, int target, Func<NodeProcess> node)
    {
        try
        {
            while (true)
            {
                try
                {
                    _ = ServeAsync(await listener.AcceptTcpClientAsync(_stop.Token), target, node);
                }
                catch (SocketException)
                {
                    // The caller was gone before it was accepted.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The tests are over.
        }
    }

    private async Task ServeAsync(TcpClient accepted, int target, Func<NodeProcess> called)
    {
        using var client = accepted;
        using var server = new TcpClient();
        try
        {
            var inode = new Lazy<string>(() => InodeOf((IPEndPoint)client.Client.RemoteEndPoint!, (IPEndPoint)client.Client.LocalEndPoint!));
            await server.ConnectAsync(IPAddress.Loopback, target, _stop.Token);
            var (callers, ours) = (client.GetStream(), server.GetStream());
            await Task.WhenAny(
                PassAsync(callers, ours, () => _cut is { } cut && cut == called()),
                PassAsync(ours, callers, () => _cut is { } cut && cut != called() && cut.HasSocket(inode.Value)));
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // One side is gone: so is the other.
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, Func<bool> isLost)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var length)
            {
                if (!isLost()) await to.WriteAsync(buffer.AsMemory(0, length), _stop.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side is gone: so is the other.
        }
    }

    /// <summary>The kernel's number of the caller's socket (proc(5), /proc/net/tcp): <c>sl local remote st ... inode</c>, ports in hexadecimal.</summary>
    public static string InodeOf(IPEndPoint caller, IPEndPoint here)
    {
        var (from, to) = ($":{caller.Port:X4}", $":{here.Port:X4}");
        return File.ReadLines("/proc/net/tcp").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .First(fields => fields[1].EndsWith(from, StringComparison.Ordinal) && fields[2].EndsWith(to, StringComparison.Ordinal))[9];
    }
}
