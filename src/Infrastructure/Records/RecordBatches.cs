using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ModuleX.Application.Events;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Records;

/// <summary>Stores a batch of records with the sums and the alerts that it changes, in one transaction. For one caller at a time.</summary>
internal sealed class RecordBatches(
    IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, ProcessIdentity process, IEvents events, TimeProvider time,
    ILogger<RecordBatches> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortPause = TimeSpan.FromMilliseconds(20);

    private readonly SumStore _store = new(process);

    /// <summary>Tries until it can: a database that is away for a while loses nothing.</summary>
    public async Task WriteAsync(
        IReadOnlyList<RecordEntry> batch, IReadOnlyDictionary<SumKey, Sum> sums, IReadOnlyCollection<PresenceKey> presences,
        CancellationToken cancellationToken)
    {
        while (await TryWriteAsync(batch, sums, presences, cancellationToken) is { } pause) await Task.Delay(pause, time, cancellationToken);
        _store.Remember(presences);
    }

    /// <returns>How long to wait before the next attempt; null where it is written.</returns>
    private async Task<TimeSpan?> TryWriteAsync(
        IReadOnlyList<RecordEntry> batch, IReadOnlyDictionary<SumKey, Sum> sums, IReadOnlyCollection<PresenceKey> presences,
        CancellationToken cancellationToken)
    {
        try
        {
            using var turn = await provider.TakeTurnAsync(cancellationToken);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            // Usually nothing is tracked; here rows are changed where they are there.
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await provider.InsertAsync(db, batch, cancellationToken);
            await _store.AddAsync(db, sums, presences, cancellationToken);
            var alerts = await AlertDetector.DetectAsync(db, batch.Where(entry => entry.Kind == RecordKind.Security).ToList(), cancellationToken);
            await FailedRuns.AddAsync(db, batch, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            foreach (var alert in alerts) events.Publish(EventOf(alert));
            return null;
        }
        catch (Exception exception) when (
            exception is DbUpdateConcurrencyException || (exception is DbUpdateException update && provider.IsUniqueViolation(update)))
        {
            // Only records of an hour that is over can meet it: the present hour's rows are this process's alone.
            logger.LogDebug("The sums of an hour that is over were merged meanwhile; the batch of {Count} records is written again", batch.Count);
            return ShortPause * (1 + Random.Shared.NextDouble());
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "Could not write {Count} records; it is tried again", batch.Count);
            return Pause;
        }
    }

    private static SystemEvent EventOf(SecurityAlertRow alert) => SystemEvent.Notify(
        alert.TenantId, alert.Severity == RecordLevel.Critical ? NotificationTypes.Error : NotificationTypes.Warning, alert.Message,
        NotificationFacts.AlertAction,
        ("event_type", alert.EventType), ("ip_address", alert.IpAddress ?? ""), ("user_id", alert.UserId ?? ""));
}
