using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>
/// Carries out the syncs that were triggered. One that a node has let go is begun anew by another when the lease is over: what is stored already is
/// only written again.
/// </summary>
internal sealed partial class DataSyncRunner(
    IDbContextFactory<ModuleXDbContext> contexts, DataPull pull, SyncedPages pages, ServiceWork work, IOptions<DataSyncOptions> options,
    TimeProvider time, IHostApplicationLifetime lifetime,
    ILogger<DataSyncRunner> logger)
    : BackgroundService
{
    private const int AtOnce = 4;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    /// <summary>Carries out what is due. Gives how many syncs were taken up.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var claimed = await ClaimAsync(cancellationToken);
        await Parallel.ForEachAsync(claimed, cancellationToken, async (sync, stop) => await RunAsync(sync, stop));
        return claimed.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunAsync(stoppingToken) == 0) await work.Syncs.WaitAsync(Poll, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
                await work.Syncs.WaitAsync(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<List<DataSync>> ClaimAsync(CancellationToken cancellationToken)
    {
        var (now, claim) = (time.GetUtcNow(), Guid.NewGuid());
        var until = now + options.Value.Lease;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = db.DataSyncs.AcrossTenants().Where(sync => sync.DueAt <= now);
        var ids = await due.OrderBy(sync => sync.DueAt).Select(sync => sync.Id).Take(AtOnce).ToListAsync(cancellationToken);
        if (ids.Count == 0) return [];
        await due.Where(sync => ids.Contains(sync.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(sync => sync.DueAt, until).SetProperty(sync => sync.Claim, claim), cancellationToken);
        return await db.DataSyncs.AcrossTenants().Where(sync => ids.Contains(sync.Id) && sync.Claim == claim).ToListAsync(cancellationToken);
    }

    private async Task RunAsync(DataSync sync, CancellationToken cancellationToken)
    {
        try
        {
            if (await FindAddressAsync(sync, cancellationToken) is not { } baseUrl) return;
            var (records, reason) = await pull.WalkAsync(
                baseUrl, sync.SyncType, (page, askedAt, soFar) => pages.StoreAsync(sync, page, askedAt, soFar, cancellationToken), cancellationToken);
            await EndAsync(sync, records, reason, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogSyncFailed(exception, sync.Id);
            await EndAsync(sync, null, "The records could not be stored", cancellationToken);
        }
    }

    /// <summary>Null where the service was taken away meanwhile, and the sync with it.</summary>
    private async Task<string?> FindAddressAsync(DataSync sync, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(sync.TenantId, cancellationToken);
        return await db.Services.Where(service => service.Id == sync.ServiceId).Select(service => service.BaseUrl).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task EndAsync(DataSync sync, int? records, string? reason, CancellationToken cancellationToken)
    {
        var (now, status) = (time.GetUtcNow(), reason is null ? SyncStatuses.Synced : SyncStatuses.Failed);
        await using var db = await contexts.OpenAsync(sync.TenantId, cancellationToken);
        // A node that has lost the lease meanwhile has nothing to say any more.
        var mine = db.DataSyncs.Where(row => row.Id == sync.Id && row.Claim == sync.Claim);
        await mine.ExecuteUpdateAsync(
            row => row
                .SetProperty(one => one.Status, status)
                .SetProperty(one => one.Reason, reason)
                .SetProperty(one => one.RecordsSynced, one => records ?? one.RecordsSynced)
                .SetProperty(one => one.LastSyncAt, one => reason == null ? now : one.LastSyncAt)
                .SetProperty(one => one.DueAt, (DateTimeOffset?)null)
                .SetProperty(one => one.Claim, (Guid?)null),
            cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Could not look for syncs; it is tried again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Sync {SyncId} failed")]
    private partial void LogSyncFailed(Exception exception, Guid syncId);
}
