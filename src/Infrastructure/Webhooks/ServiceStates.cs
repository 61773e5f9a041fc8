using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Webhooks;

internal sealed class ServiceStates(IDbContextFactory<ModuleXDbContext> contexts) : IServiceStates
{
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
        return [.. rows.Where(row => row.Check is not null).Select(row => ServiceHealthView.Of(row.Check!, row.Name))];
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
}
