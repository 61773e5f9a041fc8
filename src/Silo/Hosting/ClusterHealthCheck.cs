using Microsoft.Extensions.Diagnostics.HealthChecks;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Silo.Adapters;

namespace ModuleX.Silo.Hosting;

/// <summary>Ready while this node is a member of its cluster, goes by the same clock and was not told to stop.</summary>
internal sealed class ClusterHealthCheck(ISiloStatusOracle silos, DatabaseClock clock, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (Drain.HasBegun(lifetime)) return Task.FromResult(HealthCheckResult.Unhealthy("This node is stopping."));
        if (clock.Ahead.Duration() > ClusterClock.LargestDifference)
            return Task.FromResult(HealthCheckResult.Unhealthy($"This node's clock is {clock.Ahead.Duration().TotalSeconds:0.0} s off the database's."));
        return Task.FromResult(silos.CurrentStatus is SiloStatus.Active
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("This node is no active member of the cluster."));
    }
}
