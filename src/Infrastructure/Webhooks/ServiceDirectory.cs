using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Paging;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Webhooks;

internal sealed class ServiceDirectory(IDbContextFactory<ModuleXDbContext> contexts) : IServiceDirectory
{
    public async Task<Service?> FindAsync(TenantId tenant, ServiceId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.Services.SingleOrDefaultAsync(service => service.Id == id, cancellationToken);
    }

    public async Task<Page<ServiceView>> ListAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.Services.OrderBy(service => service.NameKey).ToPageAsync(page, ServiceView.Of, cancellationToken);
    }

    public async Task<IReadOnlyList<ServiceHealthView>> ListHealthAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var rows = await db.Services.OrderBy(service => service.NameKey)
            .Select(service => new
            {
                service.Name,
                Check = db.ServiceChecks.Where(check => check.ServiceId == service.Id).OrderByDescending(check => check.CheckedAt)
                    .ThenByDescending(check => check.Id).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Where(row => row.Check is not null).Select(row => ViewOf(row.Check!, row.Name))];
    }

    public async Task<Page<ServiceHealthView>> ListChecksAsync(TenantId tenant, Service service, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.ServiceChecks.Where(check => check.ServiceId == service.Id)
            .OrderByDescending(check => check.CheckedAt).ThenByDescending(check => check.Id)
            .ToPageAsync(page, check => ViewOf(check, service.Name), cancellationToken);
    }

    public async Task<IReadOnlyList<DataSyncView>> ListSyncsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var rows = await (
            from sync in db.DataSyncs
            from service in db.Services
            where service.Id == sync.ServiceId
            orderby service.NameKey, sync.SyncType
            select new { sync, service.Name, service.BaseUrl })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new DataSyncView(
            row.sync.Id, row.Name, row.BaseUrl, row.sync.SyncType, row.sync.LastSyncAt, row.sync.Status, row.sync.RecordsSynced, row.sync.Reason ?? ""))];
    }

    public async Task<Page<SyncedRecordView>> ListRecordsAsync(
        TenantId tenant, ServiceId service, string? type, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var records = db.SyncedRecords.Where(record => record.ServiceId == service && !record.IsDeleted);
        if (type is not null) records = records.Where(record => record.Type == type);
        return await records.OrderBy(record => record.Type).ThenBy(record => record.ExternalId)
            .ToPageAsync(page, record => new SyncedRecordView(record.ExternalId, record.Type, record.Data, record.Revision, record.UpdatedAt),
                cancellationToken);
    }

    public async Task<Page<WebhookEventView>> ListEventsAsync(TenantId tenant, WebhookEventFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var events = db.WebhookEvents.AsQueryable();
        if (filter.Status is { } status) events = events.Where(happened => happened.Status == status);
        if (filter.EventType is { } type) events = events.Where(happened => happened.EventType == type);
        if (filter.Service is { } name)
        {
            var key = Service.KeyOf(name);
            events = events.Where(happened => db.Services.Any(service => service.NameKey == key && service.Id == happened.ServiceId));
        }
        var found = await events.OrderByDescending(happened => happened.CreatedAt).ThenByDescending(happened => happened.Id)
            .ToPageAsync(page, happened => happened, cancellationToken);
        var ids = found.Items.Select(happened => happened.ServiceId).Distinct().ToList();
        var services = await db.Services.Where(service => ids.Contains(service.Id)).ToDictionaryAsync(service => service.Id, cancellationToken);
        // One whose service was taken away between the two looks is gone itself.
        var views = found.Items.Where(happened => services.ContainsKey(happened.ServiceId)).Select(happened => ViewOf(happened, services[happened.ServiceId]));
        return new Page<WebhookEventView>([.. views], found.Total, page);
    }

    public async Task<WebhookEventView?> FindEventAsync(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        if (await db.WebhookEvents.SingleOrDefaultAsync(happened => happened.Id == id, cancellationToken) is not { } happened) return null;
        return await db.Services.SingleOrDefaultAsync(service => service.Id == happened.ServiceId, cancellationToken) is { } service
            ? ViewOf(happened, service) : null;
    }

    private static ServiceHealthView ViewOf(ServiceCheck check, string service) =>
        new(check.Id, service, check.Status, check.ResponseTime, check.CheckedAt, check.Reason);

    private static WebhookEventView ViewOf(WebhookEvent happened, Service service) => new(
        happened.Id, service.Name, service.BaseUrl, happened.EventType, happened.Payload, happened.Status, happened.RetryCount, happened.CreatedAt,
        happened.ProcessedAt, happened.Reason ?? "");
}
