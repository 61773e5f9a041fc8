using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>One service of the caller's tenant. NotFound: there is none, or the caller is no admin of the tenant.</summary>
public sealed record GetServiceQuery(Caller Caller, ServiceId Service) : IQuery<ServiceView>;

/// <summary>The services of the caller's tenant for its admins, ordered by name; none for others: they show addresses inside.</summary>
public sealed record ListServicesQuery(Caller Caller, PageRequest Page) : IQuery<Page<ServiceView>>;

/// <summary>The looks at the health of one service, newest first. NotFound: there is no such service, or the caller is no admin of the tenant.</summary>
public sealed record ListServiceChecksQuery(Caller Caller, ServiceId Service, PageRequest Page) : IQuery<Page<ServiceHealthView>>;

/// <summary>The last look at the health of each service, ordered by name; none for everybody but admins of the tenant.</summary>
public sealed record ListServiceHealthQuery(Caller Caller) : IQuery<IReadOnlyList<ServiceHealthView>>;

/// <summary>What is known of a service's records. NotFound: there is no such service, or the caller is no admin of the tenant.</summary>
/// <param name="Type">Of <see cref="SyncTypes"/>; null for all.</param>
public sealed record ListServiceRecordsQuery(Caller Caller, ServiceId Service, string? Type, PageRequest Page) : IQuery<Page<SyncedRecordView>>;

/// <summary>How the syncs of the caller's tenant stand, ordered by service and type; none for everybody but its admins.</summary>
public sealed record ListDataSyncsQuery(Caller Caller) : IQuery<IReadOnlyList<DataSyncView>>;

internal sealed class GetServiceHandler(IReader<Service> services) : IQueryHandler<GetServiceQuery, ServiceView>
{
    public async Task<Result<ServiceView>> Handle(GetServiceQuery query, CancellationToken cancellationToken) =>
        await services.FindAdministeredAsync(query.Caller, query.Service, cancellationToken) is { } service ? service : WebhookErrors.ServiceUnknown;
}

internal sealed class ListServicesHandler(IReader<Service> services) : IQueryHandler<ListServicesQuery, Page<ServiceView>>
{
    public async Task<Result<Page<ServiceView>>> Handle(ListServicesQuery query, CancellationToken cancellationToken) => query.Caller.IsSystemAdmin
        ? await services.PageAsync<ServiceView>(query.Caller.Tenant, new ServicesSpec(), query.Page, cancellationToken)
        : new Page<ServiceView>([], 0, query.Page);
}

internal sealed class ListServiceChecksHandler(IReader<Service> services, IReader<ServiceCheck> checks)
    : IQueryHandler<ListServiceChecksQuery, Page<ServiceHealthView>>
{
    public async Task<Result<Page<ServiceHealthView>>> Handle(ListServiceChecksQuery query, CancellationToken cancellationToken)
    {
        var (caller, id) = (query.Caller, query.Service);
        if (await services.FindAdministeredAsync(caller, id, cancellationToken) is not { } service) return WebhookErrors.ServiceUnknown;
        var found = await checks.PageAsync(caller.Tenant, new ServiceChecksSpec(id), query.Page, cancellationToken);
        return found.Select(check => ServiceHealthView.Of(check, service.Name));
    }
}

internal sealed class ListServiceHealthHandler(IServiceStates states) : IQueryHandler<ListServiceHealthQuery, IReadOnlyList<ServiceHealthView>>
{
    public async Task<Result<IReadOnlyList<ServiceHealthView>>> Handle(ListServiceHealthQuery query, CancellationToken cancellationToken) =>
        query.Caller.IsSystemAdmin ? (await states.ListHealthAsync(query.Caller.Tenant, cancellationToken)).ToList() : [];
}

internal sealed class ListServiceRecordsHandler(IReader<Service> services, IReader<SyncedRecord> records)
    : IQueryHandler<ListServiceRecordsQuery, Page<SyncedRecordView>>
{
    public async Task<Result<Page<SyncedRecordView>>> Handle(ListServiceRecordsQuery query, CancellationToken cancellationToken)
    {
        var (caller, id) = (query.Caller, query.Service);
        if (await services.FindAdministeredAsync(caller, id, cancellationToken) is null) return WebhookErrors.ServiceUnknown;
        return await records.PageAsync<SyncedRecordView>(caller.Tenant, new SyncedRecordsSpec(id, query.Type), query.Page, cancellationToken);
    }
}

internal sealed class ListDataSyncsHandler(IServiceStates states) : IQueryHandler<ListDataSyncsQuery, IReadOnlyList<DataSyncView>>
{
    public async Task<Result<IReadOnlyList<DataSyncView>>> Handle(ListDataSyncsQuery query, CancellationToken cancellationToken) =>
        query.Caller.IsSystemAdmin ? (await states.ListSyncsAsync(query.Caller.Tenant, cancellationToken)).ToList() : [];
}

file static class AdministeredService
{
    /// <summary>Null where there is none, or the caller is no admin of the tenant.</summary>
    public static async Task<ServiceView?> FindAdministeredAsync(
        this IReader<Service> services, Caller caller, ServiceId id, CancellationToken cancellationToken) =>
        caller.IsSystemAdmin ? await services.FindAsync<ServiceView>(caller.Tenant, new ServicesByIdSpec(id), cancellationToken) : null;
}
