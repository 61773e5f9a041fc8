using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>The looks at the health of one service, newest first. NotFound: there is no such service, or the caller is no admin of the tenant.</summary>
public sealed record ListServiceChecksQuery(Caller Caller, ServiceId Service, PageRequest Page) : IQuery<Page<ServiceHealthView>>;

internal sealed class ListServiceChecksHandler(IServiceDirectory services) : IQueryHandler<ListServiceChecksQuery, Page<ServiceHealthView>>
{
    public async Task<Result<Page<ServiceHealthView>>> Handle(ListServiceChecksQuery query, CancellationToken cancellationToken)
    {
        if (!query.Caller.IsSystemAdmin || await services.FindAsync(query.Caller.Tenant, query.Service, cancellationToken) is not { } service)
            return WebhookErrors.ServiceUnknown;
        return await services.ListChecksAsync(query.Caller.Tenant, service, query.Page, cancellationToken);
    }
}
