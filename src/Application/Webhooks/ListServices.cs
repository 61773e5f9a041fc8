using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Webhooks;

/// <summary>
/// The services of the caller's tenant for its admins, ordered by name; none for everybody else: addresses inside are nobody else's business.
/// </summary>
public sealed record ListServicesQuery(Caller Caller, PageRequest Page) : IQuery<Page<ServiceView>>;

internal sealed class ListServicesHandler(IServiceDirectory services) : IQueryHandler<ListServicesQuery, Page<ServiceView>>
{
    public async Task<Result<Page<ServiceView>>> Handle(ListServicesQuery query, CancellationToken cancellationToken) =>
        query.Caller.IsSystemAdmin ? await services.ListAsync(query.Caller.Tenant, query.Page, cancellationToken) : new Page<ServiceView>([], 0, query.Page);
}
