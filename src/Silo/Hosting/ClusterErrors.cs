using ModuleX.Domain.Results;

namespace ModuleX.Silo.Hosting;

/// <summary>What can go wrong between silos.</summary>
internal static class ClusterErrors
{
    /// <summary>The silo that has the session is gone, and no other one could take over in time.</summary>
    public static Error SiloLost { get; } =
        new(ErrorKind.Unavailable, "silo_lost", "The node that has this session does not answer. Please try again.") { RetryAfter = TimeSpan.FromSeconds(5) };

    /// <summary>The silo that executed a run is gone.</summary>
    public static Error RunLost { get; } =
        new(ErrorKind.Unavailable, "run_lost", "The node that executed this action was lost. The action may have run: look before you repeat it.");

    /// <summary>Said to a node that is not known here as a member, or not any more.</summary>
    public static Error NodeUnknown { get; } = new(ErrorKind.Unavailable, "node_unknown", "This node does not know the other one as a member of the cluster.");

    /// <summary>The membership table, or the node that reads it, did not answer in time.</summary>
    public static Error MembersUnknown { get; } =
        new(ErrorKind.Unavailable, "members_unknown", "The members of the cluster could not be read in time. Please try again.")
        { RetryAfter = TimeSpan.FromSeconds(5) };

    /// <summary>Said to the node where the ticket was shown.</summary>
    public static Error TicketUnknown { get; } = new(ErrorKind.NotFound, "ticket_unknown", "The node did not issue this ticket, or it is used or expired.");
}
