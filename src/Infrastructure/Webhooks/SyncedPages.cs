using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>Stores what a sync pulls: a page is a transaction, and each page prolongs the lease.</summary>
internal sealed class SyncedPages(IDbContextFactory<ModuleXDbContext> contexts, IOptions<DataSyncOptions> options, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>False where another node has taken the sync over.</summary>
    /// <param name="askedAt">What a webhook has told of a record since then is newer than the page.</param>
    /// <param name="soFar">How many records there were, this page's among them.</param>
    public async Task<bool> StoreAsync(DataSync sync, SyncPage page, DateTimeOffset askedAt, int soFar, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryStoreAsync(sync, page, askedAt, soFar, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // A webhook has written one of the records at the same time.
            }
        }
    }

    private async Task<bool> TryStoreAsync(DataSync sync, SyncPage page, DateTimeOffset askedAt, int soFar, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + options.Value.Lease;
        await using var db = await contexts.OpenAsync(sync.TenantId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var held = await db.DataSyncs.Where(row => row.Id == sync.Id && row.Claim == sync.Claim)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.DueAt, until).SetProperty(one => one.RecordsSynced, soFar), cancellationToken);
        if (held == 0) return false;
        var ids = page.Records.Keys.ToList();
        var known = await db.SyncedRecords.AsTracking()
            .Where(row => row.ServiceId == sync.ServiceId && row.Type == sync.SyncType && ids.Contains(row.ExternalId))
            .ToDictionaryAsync(row => row.ExternalId, cancellationToken);
        foreach (var (id, data) in page.Records)
        {
            if (!known.TryGetValue(id, out var record))
                db.SyncedRecords.Add(new SyncedRecord(sync.TenantId, sync.ServiceId, sync.SyncType, id, data.ToJsonString(), askedAt));
            else if (record.UpdatedAt <= askedAt) record.Write(data.ToJsonString(), false, askedAt);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
