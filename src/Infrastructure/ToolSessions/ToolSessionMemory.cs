using Microsoft.Extensions.Options;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Security;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>
/// Whether tool sessions in memory may be used without a look at their rows: while no other process can write them, or while the changes that others make
/// are read. A process that was hung or cut off from the database can't know what was disconnected meanwhile.
/// </summary>
internal sealed class ToolSessionMemory(ISingleNodeLease lease, AccessWatch watch, IOptions<ToolSessionCacheOptions> options)
{
    /// <summary>Whether the database is away, and runs with what is in memory are allowed for a while.</summary>
    public bool OutlastsOutage => options.Value.OutageAllowance > TimeSpan.Zero && IsBelieved;

    public bool IsBelieved => lease.Hold switch
    {
        LeaseHold.OnlyWriter => true,
        // The lock breaks with every outage of its server. Once the changes are read again the server is back, and another process may have the lock.
        LeaseHold.Lost => options.Value.OutageAllowance > TimeSpan.Zero && !watch.IsOn && watch.IsOnFor(options.Value.OutageAllowance),
        _ => watch.IsOnFor(options.Value.OutageAllowance),
    };
}
