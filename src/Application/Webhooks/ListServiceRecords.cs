using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>What is known of a service's records. NotFound: there is no such service, or the caller is no admin of the tenant.</summary>
/// <param name="Type">Of <see cref="SyncTypes"/>; null for all.</param>
public sealed record ListServiceRecordsQuery(Caller Caller, ServiceId Service, string? Type, PageRequest Page) : IQuery<Page<SyncedRecordView>>;

internal sealed class ListServiceRecordsHandler(IServiceDirectory services) : IQueryHandler<ListServiceRecordsQuery, Page<SyncedRecordView>>
{
    public async Task<Result<Page<SyncedRecordView>>> Handle(ListServiceRecordsQuery query, CancellationToken cancellationToken)
    {
        var (tenant, id) = (query.Caller.Tenant, query.Service);
        if (!query.Caller.IsSystemAdmin || await services.FindAsync(tenant, id, cancellationToken) is null) return WebhookErrors.ServiceUnknown;
        return await services.ListRecordsAsync(tenant, id, query.Type, query.Page, cancellationToken);
    }
}
