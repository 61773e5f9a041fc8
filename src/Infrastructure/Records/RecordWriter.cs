using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Records;

/// <summary>Writes what waits in the channel, a full batch at once or what has come within a second. A graceful stop writes everything that waits.</summary>
internal sealed class RecordWriter(
    RecordChannel channel, RecordSums counted, RecordTenants tenants, RecordBatches batches, IOptions<RecordOptions> options, TimeProvider time,
    ILogger<RecordWriter> logger) : BackgroundService
{
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
            try
            {
                await FlushAsync(CancellationToken.None);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // An exception that left this loop would end the whole server.
                logger.LogError(exception, "Could not write the records that wait; it is tried again");
                await Task.Delay(_options.Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>How many records were written.</returns>
    private async Task<int> WriteBatchAsync(CancellationToken cancellationToken)
    {
        // Asked before anything is taken out of the channel: where the database does not answer, nothing is lost.
        var home = await tenants.DefaultAsync(cancellationToken);
        var batch = new List<RecordEntry>(Math.Min(channel.Reader.Count + 1, _options.BatchSize));
        while (batch.Count < _options.BatchSize && channel.Reader.TryRead(out var entry)) batch.Add(entry);
        if (channel.TakeDrops() is > 0 and var drops) batch.Add(DropsOf(drops));
        if (batch.Count == 0) return 0;
        foreach (var entry in batch) RecordTrim.Prepare(entry, home, _options.SlowThreshold);
        var (sums, presences) = Count(batch, home);
        await batches.WriteAsync(batch, sums, presences, cancellationToken);
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
