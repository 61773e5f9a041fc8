using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Silo.Hosting;

/// <summary>
/// The right of a node to work on its cluster's database: shared by the nodes and refused while an embedded server runs. While it starts, a node is
/// alone, so that two of them on a new database don't both make the first tenant.
/// </summary>
internal sealed class ClusterLease(ISingleNodeLease starting, ISingleNodeLease shared) : ISingleNodeLease
{
    public LeaseHold Hold => shared.Hold;

    public async Task AcquireAsync(CancellationToken cancellationToken)
    {
        await starting.AcquireAsync(cancellationToken);
        await shared.AcquireAsync(cancellationToken);
    }

    /// <summary>This node is prepared; the next one may begin.</summary>
    public ValueTask EndTurnAsync() => starting.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await starting.DisposeAsync();
        await shared.DisposeAsync();
    }
}

/// <summary>Lets the next node begin, once the server's own services start.</summary>
internal sealed class StartTurn(ClusterLease lease) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => lease.EndTurnAsync().AsTask();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
