using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Records;

/// <summary>
/// Writes records in batches, each with the sums and the alerts that it changes in one transaction. A batch that can't be written is tried until it can; a
/// graceful stop writes everything that waits.
/// </summary>
internal sealed class RecordWriter(
    RecordChannel channel, RecordSums counted, RecordTenants tenants, IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider,
    IOptions<RecordOptions> options, TimeProvider time, ILogger<RecordWriter> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SumStore _store = new();
    private readonly SemaphoreSlim _one = new(1);
    private readonly RecordOptions _options = options.Value;

    /// <summary>Writes what waits now.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            while (await WriteBatchAsync(cancellationToken) == _options.BatchSize)
            {
                // Another full batch may wait.
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What waits is written to the end: the loop ends when the channel is empty.
        channel.Complete();
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await channel.Reader.WaitToReadAsync(CancellationToken.None))
        {
            if (channel.Reader.Count < _options.BatchSize)
                await Task.Delay(_options.Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await FlushAsync(CancellationToken.None);
        }
    }

    /// <returns>How many records were written.</returns>
    private async Task<int> WriteBatchAsync(CancellationToken cancellationToken)
    {
        var batch = new List<RecordEntry>(Math.Min(channel.Reader.Count + 1, _options.BatchSize));
        while (batch.Count < _options.BatchSize && channel.Reader.TryRead(out var entry)) batch.Add(entry);
        if (channel.TakeDrops() is > 0 and var drops) batch.Add(DropsOf(drops));
        if (batch.Count == 0) return 0;
        var home = await tenants.DefaultAsync(cancellationToken);
        foreach (var entry in batch) RecordTrim.Prepare(entry, home, _options.SlowThreshold);
        var (sums, presences) = Count(batch, home);
        while (!await TryWriteAsync(batch, sums, presences, cancellationToken)) await Task.Delay(Pause, time, cancellationToken);
        _store.Remember(presences);
        return batch.Count;
    }

    /// <summary>Together with what was counted of those that found no room.</summary>
    private (Dictionary<SumKey, Sum> Sums, HashSet<PresenceKey> Presences) Count(List<RecordEntry> batch, TenantId home)
    {
        lock (counted)
        {
            foreach (var entry in batch) counted.Add(entry);
            return counted.Take(home);
        }
    }

    private async Task<bool> TryWriteAsync(List<RecordEntry> batch, Dictionary<SumKey, Sum> sums, HashSet<PresenceKey> presences, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await provider.InsertAsync(db, batch, cancellationToken);
            await _store.AddAsync(db, sums, presences, cancellationToken);
            await AlertDetector.DetectAsync(db, batch.Where(entry => entry.Kind == RecordKind.Security).ToList(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is DbUpdateConcurrencyException || (exception is DbUpdateException update && provider.IsUniqueViolation(update)))
        {
            logger.LogDebug("Another node added to the same sums; the batch of {Count} records is written again", batch.Count);
            return false;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "Could not write {Count} records; it is tried again", batch.Count);
            return false;
        }
    }

    private RecordEntry DropsOf(long drops) => new()
    {
        Kind = RecordKind.System,
        Level = RecordLevel.Warning,
        At = time.GetUtcNow(),
        Category = RecordCategories.System,
        Message = $"{drops} request records found no room and are only counted",
        Success = false,
        Code = "records_dropped",
    };
}
