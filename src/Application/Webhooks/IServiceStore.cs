using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>The services of a unit of work's tenant. What is found may be changed; the commit writes it.</summary>
public interface IServiceStore
{
    Task<Service?> FindAsync(ServiceId id, CancellationToken cancellationToken);

    /// <param name="name">In any case.</param>
    Task<Service?> FindAsync(string name, CancellationToken cancellationToken);

    void Add(Service service);

    /// <summary>Takes a service away with all that is kept of it.</summary>
    void Remove(Service service);

    Task<WebhookEvent?> FindEventAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Null where it was never triggered.</summary>
    Task<DataSync?> FindSyncAsync(ServiceId service, string type, CancellationToken cancellationToken);

    void Add(DataSync sync);
}
