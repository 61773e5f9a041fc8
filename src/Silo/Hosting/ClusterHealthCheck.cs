using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ModuleX.Silo.Hosting;

/// <summary>Ready while this node is a member of its cluster and was not told to stop.</summary>
internal sealed class ClusterHealthCheck(ISiloStatusOracle silos, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (Drain.HasBegun(lifetime)) return Task.FromResult(HealthCheckResult.Unhealthy("This node is stopping."));
        return Task.FromResult(silos.CurrentStatus is SiloStatus.Active
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("This node is no active member of the cluster."));
    }
}
