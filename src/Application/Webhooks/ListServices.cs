using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Webhooks;

/// <summary>The services of the caller's tenant, ordered by name.</summary>
public sealed record ListServicesQuery(Caller Caller, PageRequest Page) : IQuery<Page<ServiceView>>;

internal sealed class ListServicesHandler(IServiceDirectory services) : IQueryHandler<ListServicesQuery, Page<ServiceView>>
{
    public async Task<Result<Page<ServiceView>>> Handle(ListServicesQuery query, CancellationToken cancellationToken) =>
        await services.ListAsync(query.Caller.Tenant, query.Page, cancellationToken);
}
