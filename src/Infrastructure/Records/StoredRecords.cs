using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Records;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

internal sealed class StoredRecords(IDbContextFactory<ModuleXDbContext> contexts) : IStoredRecords
{
    /// <summary>How many rows one statement removes; SQLite has one writer, and the next one must not wait long.</summary>
    private const int RemovedAtOnce = 5_000;

    public async Task<(IReadOnlyList<LogView> Items, int Total)> ListAsync(
        TenantId tenant, LogFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await UnifiedLogs.ListAsync(db, filter, skip, take, cancellationToken);
    }

    public async Task<IReadOnlyList<RecordEntry>> ListAsync(
        TenantId tenant, RecordKind kind, OrganizationId? organization, string? code, int take, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var entries = db.Records.Where(entry => entry.Kind == kind);
        if (organization is { } one) entries = entries.Where(entry => entry.OrganizationId == one);
        if (code is not null) entries = entries.Where(entry => entry.Code == code);
        return await NewestFirst(entries).Take(take).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<RecordEntry>> ListSlowAsync(TenantId tenant, int take, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await NewestFirst(db.Records.Where(entry => entry.IsSlow)).Take(take).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<SecurityAlertView>> ListAlertsAsync(
        TenantId tenant, OrganizationId? organization, int take, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var alerts = db.SecurityAlerts.AsQueryable();
        if (organization is { } one) alerts = alerts.Where(alert => alert.OrganizationId == one);
        return await alerts.OrderByDescending(alert => alert.LastAt).ThenByDescending(alert => alert.Id).Take(take)
            .Select(alert => new SecurityAlertView(
                alert.Id, alert.LastAt, alert.Severity, alert.EventType, alert.Message, alert.IpAddress, alert.UserId, alert.ToolName, alert.Count))
                    .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, LogCountView>> CountAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var counts = new Dictionary<string, LogCountView>();
        foreach (var name in LogKinds.All)
        {
            counts[name] = LogKinds.KindOf(name) is { } kind
                ? await CountAsync(db.Records.Where(entry => entry.Kind == kind).Select(entry => entry.At), cancellationToken)
                : await CountAsync(db.AuditEntries.Select(entry => entry.CreatedAt), cancellationToken);
        }
        return counts;
    }

    public async Task<int> RemoveAsync(TenantId tenant, string kind, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await RecordRemoval.RemoveAsync(db, kind, before, RemovedAtOnce, cancellationToken);
    }

    private static async Task<LogCountView> CountAsync(IQueryable<DateTimeOffset> times, CancellationToken cancellationToken)
    {
        var count = await times.LongCountAsync(cancellationToken);
        if (count == 0) return new(0, null, null);
        // Two look-ups in an index; smallest and largest in one question would read it from end to end.
        return new(count, await times.OrderBy(time => time).FirstAsync(cancellationToken),
            await times.OrderByDescending(time => time).FirstAsync(cancellationToken));
    }

    private static IQueryable<RecordEntry> NewestFirst(IQueryable<RecordEntry> entries) =>
        entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id);
}

/// <summary>Removing old records in parts.</summary>
internal static class RecordRemoval
{
    public static async Task<int> RemoveAsync(ModuleXDbContext db, string kind, DateTimeOffset before, int atOnce, CancellationToken cancellationToken)
    {
        var removed = 0;
        while (true)
        {
            var some = LogKinds.KindOf(kind) is { } stored
                ? await RemoveSomeAsync(db, stored, before, atOnce, cancellationToken)
                : await RemoveSomeAsync(db, before, atOnce, cancellationToken);
            removed += some;
            if (some < atOnce) return removed;
        }
    }

    private static async Task<int> RemoveSomeAsync(ModuleXDbContext db, RecordKind kind, DateTimeOffset before, int atOnce, CancellationToken cancellationToken)
    {
        var old = db.Records.Where(entry => entry.Kind == kind && entry.At < before).OrderBy(entry => entry.At).Select(entry => entry.Id).Take(atOnce);
        return await db.Records.Where(entry => old.Contains(entry.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<int> RemoveSomeAsync(ModuleXDbContext db, DateTimeOffset before, int atOnce, CancellationToken cancellationToken)
    {
        var old = db.AuditEntries.Where(entry => entry.CreatedAt < before).OrderBy(entry => entry.CreatedAt).Select(entry => entry.Id).Take(atOnce);
        return await db.AuditEntries.Where(entry => old.Contains(entry.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
