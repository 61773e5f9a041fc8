using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>
/// Gives webhooks their effect. The effect and the end of the webhook are one transaction, so that it happens once, whatever dies in between. Many
/// share a transaction; where one of them breaks it, each gets its own.
/// </summary>
internal sealed partial class WebhookProcessor : BackgroundService
{
    /// <summary>How long it takes at the most until what another node let go, or a wait that is over, is seen.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly IDbContextFactory<ModuleXDbContext> _contexts;
    private readonly WebhookQueue _queue;
    private readonly ServiceWork _work;
    private readonly FrozenDictionary<string, IWebhookHandler> _handlers;
    private readonly WebhookOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<WebhookProcessor> _logger;

    public WebhookProcessor(
        IDbContextFactory<ModuleXDbContext> contexts, WebhookQueue queue, ServiceWork work, IEnumerable<IWebhookHandler> handlers,
        IOptions<WebhookOptions> options, TimeProvider time,
        ILogger<WebhookProcessor> logger)
    {
        _contexts = contexts;
        _queue = queue;
        _work = work;
        _handlers = handlers.SelectMany(handler => handler.EventTypes.Select(type => (type, handler)))
            .ToFrozenDictionary(pair => pair.type, pair => pair.handler);
        _options = options.Value;
        _time = time;
        _logger = logger;
    }

    /// <summary>Processes what is due now. Gives how many were taken up.</summary>
    public async Task<int> ProcessAsync(CancellationToken cancellationToken)
    {
        var claimed = await _queue.ClaimAsync(cancellationToken);
        foreach (var ofTenant in claimed.GroupBy(one => one.TenantId).Select(group => group.ToList()))
        {
            if (await TryTogetherAsync(ofTenant, cancellationToken)) continue;
            foreach (var one in ofTenant) await TryAloneAsync(one, cancellationToken);
        }
        return claimed.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await ProcessAsync(stoppingToken) == 0) await _work.Webhooks.WaitAsync(Interval, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
                await Task.Delay(Interval, _time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<bool> TryTogetherAsync(List<WebhookEvent> claimed, CancellationToken cancellationToken)
    {
        try
        {
            await HandleAsync(claimed, cancellationToken);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogBroken(exception, claimed.Count);
            return false;
        }
    }

    private async Task TryAloneAsync(WebhookEvent claimed, CancellationToken cancellationToken)
    {
        try
        {
            await HandleAsync([claimed], cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogAttemptFailed(exception, claimed.Id, claimed.EventType);
            await BreakOffAsync(claimed, exception, cancellationToken);
        }
    }

    private async Task HandleAsync(List<WebhookEvent> claimed, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.OpenAsync(claimed[0].TenantId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var records = new SyncedRecords(db);
        var held = await _queue.HoldAsync(db, claimed, cancellationToken);
        foreach (var one in held) await HandleAsync(one, records, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        WebhookTelemetry.Tried(held);
    }

    private async Task HandleAsync(WebhookEvent happened, SyncedRecords records, CancellationToken cancellationToken)
    {
        if (!_handlers.TryGetValue(happened.EventType, out var handler)) happened.End(WebhookStatuses.Ignored, _time.GetUtcNow());
        else if ((await handler.HandleAsync(happened, records, cancellationToken)).Failed(out var error, out _)) happened.Fail(error.Message,
            _time.GetUtcNow());
        else happened.End(WebhookStatuses.Completed, _time.GetUtcNow());
    }

    /// <summary>The text of an exception may hold what the payload holds, so only its kind is kept.</summary>
    private async Task BreakOffAsync(WebhookEvent claimed, Exception exception, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.OpenAsync(claimed.TenantId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var held = await _queue.HoldAsync(db, [claimed], cancellationToken);
        foreach (var one in held)
        {
            var failures = one.RetryCount + 1;
            TimeSpan? delay = failures < _options.Attempts ? _options.DelayAfter(failures, Random.Shared.NextDouble()) : null;
            one.BreakOff($"The attempt broke off ({exception.GetType().Name})", delay, _time.GetUtcNow());
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        WebhookTelemetry.Tried(held);
    }

    [LoggerMessage(LogLevel.Warning, "Could not look for webhooks; it is tried again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Debug, "A transaction of {Count} webhooks broke; each is tried alone")]
    private partial void LogBroken(Exception exception, int count);

    [LoggerMessage(LogLevel.Warning, "An attempt at webhook {EventId} of type {EventType} broke off")]
    private partial void LogAttemptFailed(Exception exception, Guid eventId, string eventType);
}
