using Microsoft.Extensions.Hosting;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>Workers start before the server listens. Those that may call this server itself, for its mock services, wait until it does.</summary>
internal static class ServerStart
{
    public static async Task StartedAsync(this IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
