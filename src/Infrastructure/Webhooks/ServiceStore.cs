using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Webhooks;

internal sealed class ServiceStore(ModuleXDbContext db) : IServiceStore
{
    public Task<Service?> FindAsync(ServiceId id, CancellationToken cancellationToken) =>
        db.Services.AsTracking().SingleOrDefaultAsync(service => service.Id == id, cancellationToken);

    public Task<Service?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var key = Service.KeyOf(name);
        return db.Services.AsTracking().SingleOrDefaultAsync(service => service.NameKey == key, cancellationToken);
    }

    public void Add(Service service) => db.Services.Add(service);

    public void Remove(Service service) => db.Services.Remove(service);

    public Task<WebhookEvent?> FindEventAsync(Guid id, CancellationToken cancellationToken) =>
        db.WebhookEvents.AsTracking().SingleOrDefaultAsync(happened => happened.Id == id, cancellationToken);

    public Task<DataSync?> FindSyncAsync(ServiceId service, string type, CancellationToken cancellationToken) =>
        db.DataSyncs.AsTracking().SingleOrDefaultAsync(sync => sync.ServiceId == service && sync.SyncType == type, cancellationToken);

    public void Add(DataSync sync) => db.DataSyncs.Add(sync);
}
