using System.Net;
using System.Net.Sockets;
using ModuleX.Application.Identity;

namespace ModuleX.Infrastructure.Runs.Egress;

/// <summary>
/// Opens the sockets of all outgoing calls. The address is judged here and nowhere else: a name can resolve to another address a moment
/// later (DNS rebinding), and loopback has more spellings than a check of the text would know.
/// </summary>
internal sealed class EgressGuard(EgressPolicy policy, ISecurityLog securityLog)
{
    /// <summary>Connects to an address that was judged, and to no other.</summary>
    /// <exception cref="EgressRefusedException">One of the addresses of this name must not be called.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var endPoint = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(endPoint.Host, out var literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(endPoint.Host, cancellationToken);
        foreach (var address in addresses)
        {
            // A name with one public and one private address is refused as a whole: such a name is published to make us pick.
            if (policy.RefusalOf(endPoint.Host, address) is not { } reason) continue;
            securityLog.EgressRefused(endPoint.Host, reason);
            throw new EgressRefusedException(endPoint.Host);
        }
        return await ConnectAsync(addresses, endPoint.Port, cancellationToken);
    }

    private static async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        // IPv4 first: where IPv6 is configured and leads nowhere, waiting for it would eat the deadline.
        Array.Sort(addresses, static (left, right) => left.AddressFamily.CompareTo(right.AddressFamily));
        SocketException? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException exception)
            {
                socket.Dispose();
                last = exception;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }
}
