using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ModuleX.Application.Analytics;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Records;

/// <summary>
/// Makes one row of the rows that processes have written, once their hour or day is over. A batch is one transaction that takes away what it adds, and
/// only as it was read, so several nodes may do it at once; what comes late is added by the next pass.
/// </summary>
internal sealed class SumMerging(
    IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, TimeProvider time, ILogger<SumMerging> logger)
{
    /// <summary>How many rows one transaction takes away; SQLite has one writer, and the next one must not wait long.</summary>
    private const int RowsAtOnce = 200;

    /// <summary>Until then writers may still have something of the hour before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task MergeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow() - Patience;
        var (hour, day) = (Window.HourOf(now), Window.DayOf(now));
        await MergeAllAsync(db => MergeSumsAsync(db, hour, day, cancellationToken), cancellationToken);
        await MergeAllAsync(db => MergePresencesAsync(db, hour, day, cancellationToken), cancellationToken);
        await MergeAllAsync(db => MergeSystemHoursAsync(db, hour, cancellationToken), cancellationToken);
    }

    private async Task MergeAllAsync(Func<ModuleXDbContext, Task<int>> mergeSomeAsync, CancellationToken cancellationToken)
    {
        while (await TryMergeSomeAsync(mergeSomeAsync, cancellationToken) == RowsAtOnce)
        {
            // More may be over.
        }
    }

    /// <returns>How many rows were taken away; 0 where another node was at the same rows.</returns>
    private async Task<int> TryMergeSomeAsync(Func<ModuleXDbContext, Task<int>> mergeSomeAsync, CancellationToken cancellationToken)
    {
        try
        {
            using var turn = await provider.TakeTurnAsync(cancellationToken);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
            var count = await mergeSomeAsync(db);
            await db.SaveChangesAsync(cancellationToken);
            return count;
        }
        catch (Exception exception) when (exception is DbUpdateConcurrencyException || provider.IsDeadlock(exception)
            || (exception is DbUpdateException update && provider.IsUniqueViolation(update)))
        {
            logger.LogDebug("Another node merges the same sums, or adds to them; the next pass does what is left");
            return 0;
        }
    }

    private static async Task<int> MergeSumsAsync(ModuleXDbContext db, DateTimeOffset hour, DateTimeOffset day, CancellationToken cancellationToken)
    {
        var rows = await db.WriterSums.AcrossTenants()
            .Where(row => (row.Grain == SumGrain.Hour && row.Start < hour) || (row.Grain == SumGrain.Day && row.Start < day))
            .OrderBy(row => row.Start).Take(RowsAtOnce).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            db.Tenant = row.TenantId;
            var merged = await db.Sums.FindAsync(
                [row.TenantId, row.OrganizationId, row.Measure, row.Grain, row.Start, row.Subject, row.Detail], cancellationToken);
            if (merged is null)
            {
                merged = new SumRow
                {
                    TenantId = row.TenantId, OrganizationId = row.OrganizationId, Measure = row.Measure, Grain = row.Grain, Start = row.Start,
                    Subject = row.Subject, Detail = row.Detail,
                };
                db.Sums.Add(merged);
            }
            merged.Add(row);
            merged.Version++;
            db.WriterSums.Remove(row);
        }
        return rows.Count;
    }

    private static async Task<int> MergePresencesAsync(ModuleXDbContext db, DateTimeOffset hour, DateTimeOffset day, CancellationToken cancellationToken)
    {
        var rows = await db.WriterPresences.AcrossTenants()
            .Where(row => (row.Grain == SumGrain.Hour && row.Start < hour) || (row.Grain == SumGrain.Day && row.Start < day))
            .OrderBy(row => row.Start).Take(RowsAtOnce).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            db.Tenant = row.TenantId;
            if (await db.Presences.FindAsync([row.TenantId, row.OrganizationId, row.Grain, row.Start, row.Owner, row.Tool], cancellationToken) is null)
            {
                db.Presences.Add(new PresenceRow
                {
                    TenantId = row.TenantId, OrganizationId = row.OrganizationId, Grain = row.Grain, Start = row.Start, Owner = row.Owner, Tool = row.Tool,
                });
            }
            db.WriterPresences.Remove(row);
        }
        return rows.Count;
    }

    private static async Task<int> MergeSystemHoursAsync(ModuleXDbContext db, DateTimeOffset hour, CancellationToken cancellationToken)
    {
        var rows = await db.WriterSystemHours.Where(row => row.Start < hour).OrderBy(row => row.Start).Take(RowsAtOnce).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            var merged = await db.SystemHours.FindAsync([row.Start], cancellationToken);
            if (merged is null) db.SystemHours.Add(merged = new SystemHourRow { Start = row.Start });
            merged.Add(row);
            merged.Version++;
            db.WriterSystemHours.Remove(row);
        }
        return rows.Count;
    }
}
