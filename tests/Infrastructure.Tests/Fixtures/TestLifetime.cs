using Microsoft.Extensions.Hosting;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>A host that starts when a test says so, can be told to stop, and says so.</summary>
internal sealed class TestLifetime : IHostApplicationLifetime
{
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly CancellationTokenSource _started = new();

    public Task Stopped => _stopped.Task;

    public CancellationToken ApplicationStarted => _started.Token;

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    /// <summary>Those who wait for the start go on.</summary>
    public void Start() => _started.Cancel();

    public void StopApplication() => _stopped.TrySetResult();
}
