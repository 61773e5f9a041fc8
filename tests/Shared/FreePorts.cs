using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ModuleX.Tests.Shared;

/// <summary>
/// Ports of the loopback address that are free now, no port twice. They lie below those that the system gives to outgoing connections (Linux: from
/// 32768 on), so that no connection of another test takes one before its server does.
/// </summary>
public static class FreePorts
{
    private const int First = 10_000;
    private const int Count = 22_000;

    /// <summary>Random, so that test processes that run side by side don't try the same ports.</summary>
    private static int _next = Random.Shared.Next(Count);

    public static int Take()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _next) % Count);
            if (IsFree(port)) return port;
        }
    }

    /// <summary>As the address of a server that does not run yet.</summary>
    public static Uri TakeAddress() => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Take()}"));

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
