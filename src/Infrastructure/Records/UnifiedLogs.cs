using System.Globalization;
using ModuleX.Application.Records;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

/// <summary>Records of all kinds and the audit log as one list.</summary>
internal static class UnifiedLogs
{
    public static Task<(IReadOnlyList<LogView> Items, int Total)> ListAsync(
        ModuleXDbContext db, LogFilter filter, int skip, int take, CancellationToken cancellationToken) => NewestOfBoth.ListAsync(
        filter.Kind == LogKinds.Audit ? null : Matching(db.Records, filter),
        filter.Kind is null or LogKinds.Audit ? Matching(db.AuditEntries, filter) : null,
        skip, take, ViewOf, ViewOf, cancellationToken);

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
        entry.Id.ToString(CultureInfo.InvariantCulture), entry.At, LogKinds.Of(entry.Kind), entry.Level, entry.UserId, MessageOf(entry),
        entry.Success, entry.ToolName, entry.Category,
        entry.Kind == RecordKind.Security ? entry.Code!.ToUpperInvariant() : entry.Details ?? entry.Code);

    private static string MessageOf(RecordEntry entry) => entry switch
    {
        { Kind: RecordKind.Request } => $"{entry.Method} {entry.Endpoint} {entry.StatusCode}{(entry.Message.Length > 0 ? $": {entry.Message}" : "")}",
        { Kind: RecordKind.Business, Category: RecordCategories.Execution, Message: "" } => $"Executed {entry.ActionName} of {entry.ToolName}",
        _ => entry.Message,
    };

    private static LogView ViewOf(AuditEntry entry) => new(
        entry.Id.ToString(), entry.CreatedAt, LogKinds.Audit, entry.Status == AuditStatuses.Success ? RecordLevel.Info : RecordLevel.Warning,
        entry.UserId?.ToString(),
        entry.ResourceId is null ? $"{entry.Action} {entry.Resource}" : $"{entry.Action} {entry.Resource} {entry.ResourceId}",
        entry.Status == AuditStatuses.Success, null, "Audit", entry.Details);
}
