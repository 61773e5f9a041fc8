using System.Net;
using System.Net.Sockets;
using ModuleX.Application.Identity;
using ModuleX.Application.Runs;

namespace ModuleX.Infrastructure.Runs.Egress;

internal sealed class EgressCheck(EgressPolicy policy, ISecurityLog securityLog, TimeProvider time) : IEgressCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<bool> IsRefusedAsync(Uri address, CancellationToken cancellationToken)
    {
        // As the HTTP stack hands it to the guard: without the brackets of IPv6.
        var host = address.IdnHost;
        foreach (var one in await ResolveAsync(host, cancellationToken))
        {
            if (policy.RefusalOf(host, one) is not { } reason) continue;
            securityLog.EgressRefused(host, reason);
            return true;
        }
        return false;
    }

    public async Task<bool> IsNamedAsync(Uri address, CancellationToken cancellationToken)
    {
        var host = address.IdnHost;
        var addresses = await ResolveAsync(host, cancellationToken);
        return addresses.Length > 0 && addresses.All(one => policy.Names(host, one));
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal)) return [literal];
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await Dns.GetHostAddressesAsync(host, both.Token);
        }
        catch (SocketException)
        {
            return [];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }
}
