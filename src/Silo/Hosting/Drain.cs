using Microsoft.Extensions.Options;

namespace ModuleX.Silo.Hosting;

/// <summary>Goes on serving for a while when the node is told to stop: it is not ready any more, and load balancers see that.</summary>
internal sealed class Drain(IOptions<ClusterNodeOptions> options) : IHostedLifecycleService
{
    /// <summary>True from the moment in which the node was told to stop.</summary>
    public static bool HasBegun(IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.IsCancellationRequested;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(options.Value.DrainDelay, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
