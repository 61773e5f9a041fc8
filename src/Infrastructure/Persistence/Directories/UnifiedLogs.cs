using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Ports;
using ModuleX.Domain.Records;

namespace ModuleX.Infrastructure.Persistence.Directories;

/// <summary>Records and the audit log as one list. They are two tables with keys of two kinds, so their newest are merged here.</summary>
internal static class UnifiedLogs
{
    public static async Task<(IReadOnlyList<LogView> Items, int Total)> ListAsync(ModuleXDbContext db, LogFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var records = filter.Kind == LogKinds.Audit ? null : Matching(db.Records, filter);
        var audit = filter.Kind is null or LogKinds.Audit ? Matching(db.AuditEntries, filter) : null;
        var total = (records is null ? 0 : await records.CountAsync(cancellationToken)) + (audit is null ? 0 : await audit.CountAsync(cancellationToken));
        // Only times and keys of what is skipped; whole rows of what is shown.
        var recordKeys = records is null ? [] : await records.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Select(entry => new { entry.At, entry.Id }).Take(skip + take).ToListAsync(cancellationToken);
        var auditKeys = audit is null ? [] : await audit.OrderByDescending(entry => entry.CreatedAt).ThenByDescending(entry => entry.Id)
            .Select(entry => new { entry.CreatedAt, entry.Id }).Take(skip + take).ToListAsync(cancellationToken);
        var shown = recordKeys.Select(key => (key.At, Record: (long?)key.Id, Audit: (Guid?)null))
            .Concat(auditKeys.Select(key => (At: key.CreatedAt, Record: (long?)null, Audit: (Guid?)key.Id)))
            .OrderByDescending(key => key.At).ThenByDescending(key => key.Record).ThenByDescending(key => key.Audit)
            .Skip(skip).Take(take).ToList();
        var recordIds = shown.Where(key => key.Record is not null).Select(key => key.Record!.Value).ToList();
        var auditIds = shown.Where(key => key.Audit is not null).Select(key => key.Audit!.Value).ToList();
        var recordRows = recordIds.Count == 0 ? [] : await db.Records.Where(entry => recordIds.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        var auditRows = auditIds.Count == 0 ? [] : await db.AuditEntries.Where(entry => auditIds.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        // A row that was removed in between is left out.
        return ([.. shown
            .Select(key => key.Record is { } id
                ? recordRows.TryGetValue(id, out var entry) ? ViewOf(entry) : null
                : auditRows.TryGetValue(key.Audit!.Value, out var audited) ? ViewOf(audited) : null)
            .OfType<LogView>()], total);
    }

    private static IQueryable<RecordEntry> Matching(IQueryable<RecordEntry> entries, LogFilter filter)
    {
        if (filter.Organization is { } organization) entries = entries.Where(entry => entry.OrganizationId == organization);
        if (filter.Kind is { } name && LogKinds.KindOf(name) is { } kind) entries = entries.Where(entry => entry.Kind == kind);
        if (filter.Level is { } level) entries = entries.Where(entry => entry.Level == level);
        if (filter.Since is { } since) entries = entries.Where(entry => entry.At >= since);
        return filter.Until is { } until ? entries.Where(entry => entry.At < until) : entries;
    }

    private static IQueryable<AuditEntry> Matching(IQueryable<AuditEntry> entries, LogFilter filter)
    {
        if (filter.Organization is { } organization) entries = entries.Where(entry => entry.OrganizationId == organization);
        if (filter.Level is { } level)
        {
            entries = level switch
            {
                RecordLevel.Info => entries.Where(entry => entry.Status == AuditStatuses.Success),
                RecordLevel.Warning => entries.Where(entry => entry.Status != AuditStatuses.Success),
                // Nothing in the audit log is worse than a warning.
                _ => entries.Where(entry => false),
            };
        }
        if (filter.Since is { } since) entries = entries.Where(entry => entry.CreatedAt >= since);
        return filter.Until is { } until ? entries.Where(entry => entry.CreatedAt < until) : entries;
    }

    private static LogView ViewOf(RecordEntry entry) => new(
        entry.Id.ToString(CultureInfo.InvariantCulture), entry.At, LogKinds.Of(entry.Kind), entry.Level, entry.UserId, MessageOf(entry), entry.Success, entry.ToolName, entry.Category,
        entry.Kind == RecordKind.Security ? entry.Code!.ToUpperInvariant() : entry.Details ?? entry.Code);

    private static string MessageOf(RecordEntry entry) => entry switch
    {
        { Kind: RecordKind.Request } => $"{entry.Method} {entry.Endpoint} {entry.StatusCode}{(entry.Message.Length > 0 ? $": {entry.Message}" : "")}",
        { Kind: RecordKind.Business, Category: RecordCategories.Execution, Message: "" } => $"Executed {entry.ActionName} of {entry.ToolName}",
        _ => entry.Message,
    };

    private static LogView ViewOf(AuditEntry entry) => new(
        entry.Id.ToString(), entry.CreatedAt, LogKinds.Audit, entry.Status == AuditStatuses.Success ? RecordLevel.Info : RecordLevel.Warning, entry.UserId?.ToString(),
        entry.ResourceId is null ? $"{entry.Action} {entry.Resource}" : $"{entry.Action} {entry.Resource} {entry.ResourceId}", entry.Status == AuditStatuses.Success, null, "Audit", entry.Details);
}
