using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Infrastructure.Webhooks;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Works the queue of revocations off, on every node. Once an hour it also collects what is still stored for owners who are gone.</summary>
internal sealed partial class RevocationWorker(
    IServiceScopeFactory scopes, IRevocationQueue queue, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<RevocationWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Collecting = TimeSpan.FromHours(1);

    private long? _collected;

    /// <summary>One look. Gives how many revocations were tried.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (_collected is not { } last || time.GetElapsedTime(last) >= Collecting)
        {
            await queue.CollectAsync(cancellationToken);
            _collected = time.GetTimestamp();
        }
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IUseCases>().SendAsync(new RevokeQueuedCommand(), cancellationToken)).Required();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var timer = new PeriodicTimer(Poll, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await RunAsync(stoppingToken) > 0)
                {
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not work the queue of revocations off; it is tried again")]
    private partial void LogFailed(Exception exception);
}
