using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Events;
using ModuleX.Silo.Nodes;

namespace ModuleX.Silo.Adapters;

/// <summary>
/// Asks the node that issued a ticket. Which one that was is in the ticket as a short hash of its address: the address stays inside, and a client
/// can't name one that is no member's.
/// </summary>
internal sealed class ClusterTickets(ISiloStatusOracle silos, NodeClient nodes, ILogger<ClusterTickets> logger) : ITicketNodes
{
    private const int MarkBytes = 6;

    public string Mark { get; } = MarkOf(silos.SiloAddress);

    public async ValueTask<SocketTicket?> TakeAsync(string mark, string hash, CancellationToken cancellationToken)
    {
        if (silos.Others().FirstOrDefault(silo => MarkOf(silo) == mark) is not { } issuer) return null;
        try
        {
            return (await nodes.TakeTicketAsync(issuer, hash).WaitAsync(cancellationToken)).Failed(out _, out var ticket)
                ? null
                : new SocketTicket(new TenantId(ticket.Tenant), new LoginSessionId(ticket.Session));
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            // It may have been taken there: the client asks for another one.
            logger.LogWarning("The node {Node} did not say whether a ticket is its own: {Reason}", issuer, exception.Message);
            return null;
        }
    }

    /// <summary>An address has the start of the process in it, so a ticket from before a restart belongs to no node.</summary>
    private static string MarkOf(SiloAddress silo) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(silo.ToParsableString())).AsSpan(0, MarkBytes));
}
