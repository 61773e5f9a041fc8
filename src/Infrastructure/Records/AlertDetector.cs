using Microsoft.EntityFrameworkCore;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

/// <summary>
/// Raises alerts from security events: at once for the suspicious ones, and for failed logins and refused keys when one address causes
/// <see cref="Threshold"/> of them within <see cref="Window"/>. What goes on is one alert that counts.
/// </summary>
internal static class AlertDetector
{
    public const int Threshold = 5;

    /// <summary>How far back repeated events are counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>After this long without another event a new one is a new alert.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    /// <param name="events">Security records that are stored already, in the same transaction.</param>
    /// <returns>The alerts that are new.</returns>
    public static async Task<IReadOnlyList<SecurityAlertRow>> DetectAsync(
        ModuleXDbContext db, IEnumerable<RecordEntry> events, CancellationToken cancellationToken)
    {
        var raised = new List<SecurityAlertRow>();
        await TakeTurnAsync(db, events.Where(MayRaise), cancellationToken);
        foreach (var entry in events.Where(entry => SecurityEvents.Suspicious.Contains(entry.Code)))
            await RaiseAsync(db, raised, entry, entry.Code == SecurityEvents.TokenReused ? RecordLevel.Critical : RecordLevel.Warning, entry.Message,
                1, 1, cancellationToken);
        var repeated = events.Where(entry => SecurityEvents.SuspiciousWhenRepeated.Contains(entry.Code) && entry.IpAddress is not null)
            .GroupBy(entry => (entry.TenantId, entry.Code, entry.IpAddress));
        foreach (var group in repeated)
        {
            var last = group.MaxBy(entry => entry.At)!;
            db.Tenant = group.Key.TenantId;
            var since = last.At - Window;
            var count = await db.Records.CountAsync(
                entry => entry.Kind == RecordKind.Security && entry.Code == group.Key.Code && entry.IpAddress == group.Key.IpAddress
                    && entry.At > since, cancellationToken);
            if (count < Threshold) continue;
            var what = last.Code switch
            {
                SecurityEvents.LoginFailed => "failed login attempts",
                SecurityEvents.ApiKeyRefused => "refused API keys",
                _ => "refused webhooks",
            };
            // Of many accounts, so of no single one; of an organization where all of them are.
            var organizations = group.Select(entry => entry.OrganizationId).Distinct().ToList();
            var alert = new RecordEntry
            {
                TenantId = last.TenantId, OrganizationId = organizations is [var one] ? one : null, Category = last.Category, Code = last.Code,
                    IpAddress = last.IpAddress, At = last.At,
            };
            await RaiseAsync(db, raised, alert, RecordLevel.Warning, $"Multiple {what} from IP {last.IpAddress}", count, group.Count(), cancellationToken);
        }
        return raised;
    }

    private static bool MayRaise(RecordEntry entry) => SecurityEvents.Suspicious.Contains(entry.Code)
        || (SecurityEvents.SuspiciousWhenRepeated.Contains(entry.Code) && entry.IpAddress is not null);

    /// <summary>
    /// Locks the tenants' rows until the transaction ends, in one order. Nodes count the events of all nodes: two that counted at once would not see
    /// each other's, and would miss the alert or raise it twice.
    /// </summary>
    private static async Task TakeTurnAsync(ModuleXDbContext db, IEnumerable<RecordEntry> events, CancellationToken cancellationToken)
    {
        foreach (var tenant in events.Select(entry => entry.TenantId).Distinct().OrderBy(tenant => tenant.Value))
        {
            await db.Tenants.Where(one => one.Id == tenant)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Name, one => one.Name), cancellationToken);
        }
    }

    private static async Task RaiseAsync(
        ModuleXDbContext db, List<SecurityAlertRow> raised, RecordEntry entry, RecordLevel severity, string message, int count, int more,
        CancellationToken cancellationToken)
    {
        db.Tenant = entry.TenantId;
        var since = entry.At - Quiet;
        var going = db.SecurityAlerts.Local.FirstOrDefault(Same) ?? await db.SecurityAlerts
            .Where(one => one.EventType == entry.Code && one.LastAt > since && one.IpAddress == entry.IpAddress && one.UserId == entry.UserId
                && one.ToolName == entry.ToolName)
            .OrderByDescending(one => one.LastAt).FirstOrDefaultAsync(cancellationToken);
        if (going is null)
        {
            var alert = new SecurityAlertRow
            {
                TenantId = entry.TenantId, OrganizationId = entry.OrganizationId, EventType = entry.Code!, Severity = severity, IpAddress = entry.IpAddress,
                UserId = entry.UserId, ToolName = entry.ToolName, Message = message, Count = count, FirstAt = entry.At, LastAt = entry.At,
            };
            db.SecurityAlerts.Add(alert);
            raised.Add(alert);
            return;
        }
        going.Count += more;
        going.Message = message;
        if (entry.At > going.LastAt) going.LastAt = entry.At;

        bool Same(SecurityAlertRow one) =>
            one.TenantId == entry.TenantId && one.EventType == entry.Code && one.LastAt > since && one.IpAddress == entry.IpAddress
                && one.UserId == entry.UserId && one.ToolName == entry.ToolName;
    }
}
