using Microsoft.EntityFrameworkCore;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

/// <summary>
/// Writes runs that failed into the outbox of webhooks, with their records, and only for organizations with an endpoint that wants them: there may be many.
/// </summary>
internal static class FailedRuns
{
    public static async Task AddAsync(ModuleXDbContext db, IReadOnlyList<RecordEntry> batch, CancellationToken cancellationToken)
    {
        var failed = batch.Where(entry => entry is
            { Kind: RecordKind.Business, Category: RecordCategories.Execution, Success: false, OrganizationId: not null }).ToList();
        if (failed.Count == 0) return;
        var organizations = failed.Select(entry => entry.OrganizationId!.Value).Distinct().ToList();
        var webhooks = await db.OutgoingWebhooks.AcrossTenants().AsNoTracking()
            .Where(webhook => webhook.IsEnabled && organizations.Contains(webhook.OrganizationId)).ToListAsync(cancellationToken);
        var told = webhooks.Where(webhook => webhook.Wants(OutgoingEventTypes.RunFailed)).Select(webhook => webhook.OrganizationId).ToHashSet();
        db.OutgoingEvents.AddRange(failed.Where(entry => told.Contains(entry.OrganizationId!.Value)).Select(entry => OutgoingEvent.Of(
            entry.TenantId, entry.OrganizationId!.Value, OutgoingEventTypes.RunFailed, RunEventData.Of(entry).ToJson(), entry.At)));
    }
}
