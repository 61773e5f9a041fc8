using ModuleX.Application.Operations;
using ModuleX.Domain.Results;
using ModuleX.Silo.Hosting;
using ModuleX.Silo.Nodes;

namespace ModuleX.Silo.Adapters;

/// <summary>The members of the cluster as its membership table has them; each active one is asked for its version.</summary>
internal sealed class ClusterNodes(IGrainFactory grains, ILocalSiloDetails own, NodeClient nodes, TimeProvider time, ILogger<ClusterNodes> logger) : INodes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The table keeps the dead for days. What died lately is news, the rest is history.</summary>
    private static readonly TimeSpan DeadFor = TimeSpan.FromHours(1);

    public async Task<Result<NodesView>> ListAsync(CancellationToken cancellationToken)
    {
        MembershipEntry[] entries;
        try
        {
            entries = await grains.GetGrain<IManagementGrain>(0).GetDetailedHosts(onlyActive: false, cancellationToken)
                .WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            logger.LogWarning("The members of the cluster could not be read: {Reason}", exception.Message);
            return ClusterErrors.MembersUnknown;
        }
        var since = time.GetUtcNow().UtcDateTime - DeadFor;
        var shown = entries.Where(entry => entry.Status != SiloStatus.Dead || entry.IAmAliveTime > since).OrderBy(entry => entry.StartTime);
        return new NodesView(await Task.WhenAll(shown.Select(entry => ViewAsync(entry, cancellationToken))));
    }

    private async Task<NodeView> ViewAsync(MembershipEntry entry, CancellationToken cancellationToken)
    {
        var address = entry.SiloAddress;
        return new NodeView(
            address.ToParsableString(), entry.SiloName, address.Endpoint.ToString(), await VersionAsync(entry, cancellationToken), StatusOf(entry.Status),
            InUtc(entry.StartTime), InUtc(entry.IAmAliveTime), address.Equals(own.SiloAddress));
    }

    private async Task<string?> VersionAsync(MembershipEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Status != SiloStatus.Active) return null;
        try
        {
            return (await nodes.VersionAsync(entry.SiloAddress).WaitAsync(Patience, time, cancellationToken)).Failed(out _, out var version) ? null : version;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // It hangs, has just died, or is of an older version that does not know the question.
            logger.LogInformation("The node {Node} did not tell its version: {Reason}", entry.SiloAddress, exception.Message);
            return null;
        }
    }

    private static string StatusOf(SiloStatus status) => status switch
    {
        SiloStatus.Created => "created",
        SiloStatus.Joining => "joining",
        SiloStatus.Active => "active",
        SiloStatus.ShuttingDown => "shutting_down",
        SiloStatus.Stopping => "stopping",
        _ => "dead",
    };

    /// <summary>The table's times are UTC, and databases give them back without saying so.</summary>
    private static DateTimeOffset InUtc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
