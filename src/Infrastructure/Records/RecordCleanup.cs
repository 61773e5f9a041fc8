using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModuleX.Application.Records;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

/// <summary>Once an hour merges the sums of hours and days that are over, and removes records and sums that are older than the settings say.</summary>
internal sealed class RecordCleanup(
    IDbContextFactory<ModuleXDbContext> contexts, IStoredRecords records, SumMerging merging, IRecordRetention retention, IOptions<RecordOptions> options,
    TimeProvider time, ILogger<RecordCleanup> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        await merging.MergeAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var tenant in await ListTenantsAsync(cancellationToken))
        {
            foreach (var kind in LogKinds.All)
            {
                if (retention.KeptSince(kind, now) is not { } before) continue;
                var removed = await records.RemoveAsync(tenant, kind, before, cancellationToken);
                if (removed > 0) logger.LogInformation("Removed {Count} {Kind} records from before {Before}", removed, kind, before);
            }
        }
        if (options.Value.Retention.Sums > 0) await RemoveSumsAsync(now.AddDays(-options.Value.Retention.Sums), cancellationToken);
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
                logger.LogWarning(exception, "Could not merge sums and remove old records; it is tried again in an hour");
            }
        }
    }

    private async Task<List<TenantId>> ListTenantsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Tenants.Select(tenant => tenant.Id).ToListAsync(cancellationToken);
    }

    private async Task RemoveSumsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Sums.AcrossTenants().Where(row => row.Start < before).ExecuteDeleteAsync(cancellationToken);
        await db.Presences.AcrossTenants().Where(row => row.Start < before).ExecuteDeleteAsync(cancellationToken);
        await db.SecurityAlerts.AcrossTenants().Where(row => row.LastAt < before).ExecuteDeleteAsync(cancellationToken);
        await db.SystemHours.Where(row => row.Start < before).ExecuteDeleteAsync(cancellationToken);
        // What another node kept this one from merging.
        await db.WriterSums.AcrossTenants().Where(row => row.Start < before).ExecuteDeleteAsync(cancellationToken);
        await db.WriterPresences.AcrossTenants().Where(row => row.Start < before).ExecuteDeleteAsync(cancellationToken);
        await db.WriterSystemHours.Where(row => row.Start < before).ExecuteDeleteAsync(cancellationToken);
    }
}
