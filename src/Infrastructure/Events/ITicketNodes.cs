using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Events;

/// <summary>The nodes whose tickets open sockets here. A ticket stays at the node that issued it, so that it is taken once.</summary>
public interface ITicketNodes
{
    /// <summary>What this node's tickets begin with: the same length on every node, empty where there is one node.</summary>
    string Mark { get; }

    /// <summary>
    /// Takes a ticket at another node that issued it. Null: there is no such node, it does not answer, or the ticket is unknown, used or expired.
    /// </summary>
    /// <param name="mark">The beginning of the ticket; it comes from a client.</param>
    ValueTask<SocketTicket?> TakeAsync(string mark, string hash, CancellationToken cancellationToken);
}

/// <summary>Whom a ticket opens a socket for.</summary>
public sealed record SocketTicket(TenantId Tenant, LoginSessionId Session);

/// <summary>The embedded server: no other node issues tickets.</summary>
internal sealed class OneNode : ITicketNodes
{
    public string Mark => "";

    public ValueTask<SocketTicket?> TakeAsync(string mark, string hash, CancellationToken cancellationToken) => new((SocketTicket?)null);
}
