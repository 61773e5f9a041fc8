using Microsoft.EntityFrameworkCore;
using ModuleX.Domain.Records;

namespace ModuleX.Infrastructure.Records;

/// <summary>Records and the audit log as one list. They are two tables with keys of two kinds, so their newest are merged here.</summary>
internal static class NewestOfBoth
{
    /// <param name="records">Null for none of them.</param>
    /// <param name="audit">Null for none of them.</param>
    public static async Task<(IReadOnlyList<T> Items, int Total)> ListAsync<T>(
        IQueryable<RecordEntry>? records, IQueryable<AuditEntry>? audit, int skip, int take, Func<RecordEntry, T> ofRecord, Func<AuditEntry,
        T> ofAudit, CancellationToken cancellationToken)
        where T : class
    {
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
        var recordRows = recordIds.Count == 0 ? []
            : await records!.Where(entry => recordIds.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        var auditRows = auditIds.Count == 0 ? []
            : await audit!.Where(entry => auditIds.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        // A row that was removed in between is left out.
        return ([.. shown
            .Select(key => key.Record is { } id
                ? recordRows.TryGetValue(id, out var entry) ? ofRecord(entry) : null
                : auditRows.TryGetValue(key.Audit!.Value, out var audited) ? ofAudit(audited) : null)
            .OfType<T>()], total);
    }
}
