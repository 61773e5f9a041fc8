using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModuleX.Application.Messaging;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Infrastructure.Webhooks;

namespace ModuleX.Infrastructure.OutgoingWebhooks;

/// <summary>
/// Sends what is due, on every node. Each endpoint has a lane of its own while something is due for it: a slow one fills its lane and nothing else.
/// </summary>
internal sealed partial class DeliveryWorker(
    EventFanOut fanOut, DeliveryQueue queue, DeliverySender sender, OutgoingWork work, IServiceScopeFactory scopes, IOptions<OutgoingWebhookOptions> options,
    TimeProvider time, IHostApplicationLifetime lifetime, ILogger<DeliveryWorker> logger) : BackgroundService
{
    /// <summary>How long it takes at the most until what another node let go, or a wait that is over, is seen.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>How long a lane goes on before others get its place.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<OutgoingWebhookId, Task> _lanes = new();

    /// <summary>Sends everything that is due now.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        while (await fanOut.RunAsync(cancellationToken) > 0)
        {
            // Another batch may wait.
        }
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Endpoints, CancellationToken = cancellationToken };
        while (await queue.FindDueAsync([], options.Value.Endpoints, cancellationToken) is { Count: > 0 } due)
            await Parallel.ForEachAsync(due, parallel, async (endpoint, stop) => await RunLaneAsync(endpoint, stop));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var handedOut = await fanOut.RunAsync(stoppingToken);
                var opened = await OpenLanesAsync(stoppingToken);
                if (handedOut + opened == 0) await work.Signal.WaitAsync(Poll, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
                await Task.Delay(Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
        // What is being sent is sent to its end, so that it need not be sent again; the host bounds the wait.
        await Task.WhenAll(_lanes.Values);
    }

    private async Task<int> OpenLanesAsync(CancellationToken cancellationToken)
    {
        var free = options.Value.Endpoints - _lanes.Count;
        if (free <= 0) return 0;
        var due = await queue.FindDueAsync([.. _lanes.Keys], free, cancellationToken);
        foreach (var endpoint in due)
        {
            var opened = new TaskCompletionSource();
            _lanes[endpoint] = opened.Task;
            _ = Task.Run(() => KeepLaneAsync(endpoint, opened, cancellationToken), CancellationToken.None);
        }
        return due.Count;
    }

    private async Task KeepLaneAsync(OutgoingWebhookId endpoint, TaskCompletionSource opened, CancellationToken stopping)
    {
        try
        {
            await RunLaneAsync(endpoint, stopping);
        }
        catch (Exception exception)
        {
            // What was claimed is taken up again when its lease is over.
            if (!stopping.IsCancellationRequested) LogLaneFailed(exception, endpoint);
        }
        finally
        {
            _lanes.TryRemove(endpoint, out _);
            opened.SetResult();
            work.IsDue();
        }
    }

    private async Task RunLaneAsync(OutgoingWebhookId endpoint, CancellationToken stopping)
    {
        var began = time.GetTimestamp();
        while (!stopping.IsCancellationRequested && time.GetElapsedTime(began) < Turn)
        {
            if (await queue.ClaimAsync(endpoint, stopping) is not { } claimed) return;
            var attempts = await sender.SendAsync(claimed, CancellationToken.None);
            var failingSince = await queue.StoreAsync(claimed, attempts, CancellationToken.None);
            OutgoingWebhookTelemetry.Tried(attempts);
            if (ReasonToDisable(attempts, failingSince) is { } reason) await DisableAsync(claimed.Endpoint, reason);
        }
    }

    private string? ReasonToDisable(IReadOnlyList<DeliveryAttempt> attempts, DateTimeOffset? failingSince)
    {
        if (attempts.Any(attempt => attempt.Status == 410)) return DisabledReasons.Gone;
        return time.GetUtcNow() - failingSince >= options.Value.DisableAfter ? DisabledReasons.Failing : null;
    }

    private async Task DisableAsync(OutgoingWebhook endpoint, string reason)
    {
        await using var scope = scopes.CreateAsyncScope();
        var command = new DisableOutgoingWebhookCommand(endpoint.TenantId, endpoint.OrganizationId, endpoint.Id, endpoint.Version, reason);
        var result = await scope.ServiceProvider.GetRequiredService<IUseCases>().SendAsync(command, CancellationToken.None);
        // Changed meanwhile: the next attempt says whether it is well now.
        if (result.Failed(out var error, out _)) LogNotDisabled(endpoint.Id, error.Code);
        else LogDisabled(endpoint.Id, reason);
    }

    [LoggerMessage(LogLevel.Warning, "Could not look for webhooks to send; it is tried again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Sending to webhook {WebhookId} broke off; it goes on when the lease is over")]
    private partial void LogLaneFailed(Exception exception, OutgoingWebhookId webhookId);

    [LoggerMessage(LogLevel.Warning, "Webhook {WebhookId} was disabled: {Reason}")]
    private partial void LogDisabled(OutgoingWebhookId webhookId, string reason);

    [LoggerMessage(LogLevel.Information, "Webhook {WebhookId} was not disabled: {Code}")]
    private partial void LogNotDisabled(OutgoingWebhookId webhookId, string code);
}

/// <summary>Wakes the sender of this node, which also looks for itself.</summary>
internal sealed class OutgoingWork : IOutgoingWork
{
    public WorkSignal Signal { get; } = new();

    public void IsDue() => Signal.Raise();
}
