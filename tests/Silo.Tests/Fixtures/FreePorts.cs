using System.Net;
using System.Net.Sockets;

namespace ModuleX.Silo.Tests.Fixtures;

/// <summary>Ports that are free now.</summary>
internal static class FreePorts
{
    /// <summary>Held all at once before they are given, so that no two are the same.</summary>
    public static int[] Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners) listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners) listener.Dispose();
        return ports;
    }
}
