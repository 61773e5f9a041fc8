using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Webhooks;

/// <summary>Reads how services are: joins, which no specification says.</summary>
public interface IServiceStates
{
    /// <summary>The last look at each service, ordered by name; those that were never looked at are left out.</summary>
    Task<IReadOnlyList<ServiceHealthView>> ListHealthAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Ordered by service and type.</summary>
    Task<IReadOnlyList<DataSyncView>> ListSyncsAsync(TenantId tenant, CancellationToken cancellationToken);
}
