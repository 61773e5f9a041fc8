using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>
/// Gathers what arrives at once into one transaction: a commit costs a write to the disk, whatever it holds, and on SQLite there is one writer. See
/// docs/adr/0017.
/// </summary>
internal sealed partial class WebhookIntake(
    IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, IServiceWork work, ILogger<WebhookIntake> logger)
    : BackgroundService, IWebhookIntake
{
    /// <summary>How many are stored in one transaction.</summary>
    private const int BatchSize = 500;

    /// <summary>How many may wait, and how large they may be together: beyond that the sender is asked to come again.</summary>
    private const int MaximumWaiting = 50_000;
    private const long MaximumCharacters = 128L * 1024 * 1024;

    private const int Attempts = 3;

    private readonly Channel<Waiting> _arrivals = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MaximumWaiting) { SingleReader = true });
    private long _characters;

    public async Task<Result<Guid>> AcceptAsync(WebhookEvent arrival, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(arrival, new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (Interlocked.Add(ref _characters, waiting.Size) > MaximumCharacters || !_arrivals.Writer.TryWrite(waiting))
        {
            Interlocked.Add(ref _characters, -waiting.Size);
            return WebhookErrors.NotStored;
        }
        // Not given up when the sender hangs up: it may be stored by then, and a resend finds it.
        return await waiting.Stored.Task.WaitAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // The server has stopped taking requests by now; what waits is stored first.
        _arrivals.Writer.TryComplete();
        if (ExecuteTask is { } task) await task.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Waiting>(BatchSize);
        while (await _arrivals.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < BatchSize && _arrivals.Reader.TryRead(out var arrival)) batch.Add(arrival);
            foreach (var ofTenant in batch.GroupBy(one => one.Event.TenantId)) await StoreAsync([.. ofTenant]);
            Interlocked.Add(ref _characters, -batch.Sum(one => one.Size));
            batch.Clear();
        }
    }

    private async Task StoreAsync(IReadOnlyList<Waiting> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await WriteAsync(batch);
                work.WebhookIsDue();
                return;
            }
            catch (Exception exception) when (IsOfAnotherNode(exception) && attempt < Attempts)
            {
                // It took the same delivery between the look and the write, and is found now; or each waited for a delivery of the other.
            }
            catch (Exception exception) when (batch.Count > 1 && (IsOfAnotherNode(exception) || HasNoService(exception)))
            {
                // Other nodes go on taking what is in it, or one of them has lost its service, and must not keep the others out.
                foreach (var one in batch) await StoreAsync([one]);
                return;
            }
            catch (Exception exception) when (HasNoService(exception))
            {
                foreach (var one in batch) one.Stored.TrySetResult(WebhookErrors.ServiceUnknown);
                return;
            }
            catch (Exception exception)
            {
                LogNotStored(exception, batch.Count);
                foreach (var one in batch) one.Stored.TrySetResult(WebhookErrors.NotStored);
                return;
            }
        }
    }

    private bool IsOfAnotherNode(Exception exception) =>
        provider.IsDeadlock(exception) || (exception is DbUpdateException update && provider.IsUniqueViolation(update));

    private bool HasNoService(Exception exception) => exception is DbUpdateException update && provider.IsReferenceViolation(update);

    private async Task WriteAsync(IReadOnlyList<Waiting> batch)
    {
        await using var db = await contexts.OpenAsync(batch[0].Event.TenantId, CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var keys = batch.Select(one => one.Event.DeliveryKey).OfType<string>().Distinct().ToList();
        var known = keys.Count == 0
            ? []
            : await db.WebhookEvents.Where(row => keys.Contains(row.DeliveryKey!)).Select(row => new { row.DeliveryKey, row.Id })
                .ToDictionaryAsync(row => row.DeliveryKey!, row => row.Id);
        var ids = new Guid[batch.Count];
        foreach (var (index, one) in batch.Index())
        {
            ids[index] = one.Event.Id;
            if (one.Event.DeliveryKey is { } key && !known.TryAdd(key, one.Event.Id)) ids[index] = known[key];
            else db.WebhookEvents.Add(one.Event);
        }
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        foreach (var (index, one) in batch.Index()) one.Stored.TrySetResult(ids[index]);
    }

    [LoggerMessage(LogLevel.Error, "Could not store {Count} webhooks; their senders are asked to send them again")]
    private partial void LogNotStored(Exception exception, int count);

    private sealed record Waiting(WebhookEvent Event, TaskCompletionSource<Result<Guid>> Stored)
    {
        public int Size => Event.Payload.Length;
    }
}
