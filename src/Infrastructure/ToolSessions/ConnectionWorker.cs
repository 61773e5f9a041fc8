using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Infrastructure.Webhooks;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Looks after connections in use, on every node; what one of them takes up, the others leave alone.</summary>
internal sealed partial class ConnectionWorker(
    IServiceScopeFactory scopes, IOptions<ConnectionHealthOptions> options, TimeProvider time, IHostApplicationLifetime lifetime,
    ILogger<ConnectionWorker> logger) : BackgroundService
{
    private bool _isFailing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.InUseFor == TimeSpan.Zero) return;
        await lifetime.StartedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var timer = new PeriodicTimer(options.Value.LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                (await scope.ServiceProvider.GetRequiredService<IUseCases>().SendAsync(new TendConnectionsCommand(), stoppingToken)).Required();
                _isFailing = false;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Told once, not at every look while the database is away.
                if (!_isFailing) LogFailed(exception);
                _isFailing = true;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not look after connections in use; it is tried again")]
    private partial void LogFailed(Exception exception);
}
