using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.OutgoingWebhooks;

/// <summary>Once an hour removes deliveries that ended long ago, events that no delivery is left of, and secrets that no longer sign.</summary>
internal sealed partial class OutgoingCleanup(
    IDbContextFactory<ModuleXDbContext> contexts, IOptions<OutgoingWebhookOptions> options, TimeProvider time, ILogger<OutgoingCleanup> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var old = now - options.Value.Kept;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.OutgoingDeliveries.AcrossTenants().Where(delivery => delivery.EndedAt < old).ExecuteDeleteAsync(cancellationToken);
        await db.OutgoingEvents.AcrossTenants()
            .Where(happened => !happened.IsWaiting && happened.OccurredAt < old
                && !db.OutgoingDeliveries.AcrossTenants().Any(delivery => delivery.EventId == happened.Id))
            .ExecuteDeleteAsync(cancellationToken);
        await db.OutgoingWebhooks.AcrossTenants().Where(webhook => webhook.PreviousSecretUntil < now).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.PreviousSecret, (SealedSecret?)null).SetProperty(one => one.PreviousSecretUntil, (DateTimeOffset?)null),
            cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not remove old webhook deliveries; it is tried again in an hour")]
    private partial void LogFailed(Exception exception);
}
