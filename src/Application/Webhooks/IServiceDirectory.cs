using ModuleX.Application.Paging;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>Reads services and what is kept of them. Changes nothing.</summary>
public interface IServiceDirectory
{
    Task<Service?> FindAsync(TenantId tenant, ServiceId id, CancellationToken cancellationToken);

    /// <summary>Ordered by name.</summary>
    Task<Page<ServiceView>> ListAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The last look at each service, ordered by name; those that nobody has looked at yet are left out.</summary>
    Task<IReadOnlyList<ServiceHealthView>> ListHealthAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<Page<ServiceHealthView>> ListChecksAsync(TenantId tenant, Service service, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Ordered by service and type.</summary>
    Task<IReadOnlyList<DataSyncView>> ListSyncsAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Those that are not gone, ordered by their id in the service.</summary>
    /// <param name="type">Null for all.</param>
    Task<Page<SyncedRecordView>> ListRecordsAsync(TenantId tenant, ServiceId service, string? type, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<Page<WebhookEventView>> ListEventsAsync(TenantId tenant, WebhookEventFilter filter, PageRequest page, CancellationToken cancellationToken);

    Task<WebhookEventView?> FindEventAsync(TenantId tenant, Guid id, CancellationToken cancellationToken);
}

/// <summary>Which webhooks; null for any.</summary>
/// <param name="Service">The name, in any case.</param>
public sealed record WebhookEventFilter(string? Status, string? Service, string? EventType);
