using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Who refreshes credentials: the processes that share a database.</summary>
internal interface IRefreshHolders
{
    /// <summary>This process's name in claims, at most 100 characters.</summary>
    string Own { get; }

    /// <summary>Whether the process that made a claim, another one than this, can't store an answer any more, so that this one may try in its place.</summary>
    bool IsGone(RefreshClaim claim);
}

/// <summary>The embedded host: who holds the lock on the database knows that its predecessor has ended.</summary>
internal sealed class LockedRefreshHolders(ProcessIdentity process, ISingleNodeLease lease) : IRefreshHolders
{
    public string Own { get; } = process.Id.ToString();

    public bool IsGone(RefreshClaim claim) => lease.Hold != LeaseHold.Lost;
}
