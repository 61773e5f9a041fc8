using ModuleX.Application.Webhooks;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>Wakes the workers of this node, each of which also looks for itself.</summary>
internal sealed class ServiceWork : IServiceWork
{
    public WorkSignal Webhooks { get; } = new();

    public WorkSignal Syncs { get; } = new();

    public WorkSignal Checks { get; } = new();

    public void WebhookIsDue() => Webhooks.Raise();

    public void SyncIsDue() => Syncs.Raise();

    public void CheckIsDue() => Checks.Raise();
}

/// <summary>Something to be done; raised any number of times it is one.</summary>
internal sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    public void Raise()
    {
        try
        {
            if (_raised.CurrentCount == 0) _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another node was first.
        }
    }

    /// <summary>Waits until it is raised, and for no longer than <paramref name="limit"/>.</summary>
    public Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken) => _raised.WaitAsync(limit, cancellationToken);

    public void Dispose() => _raised.Dispose();
}
