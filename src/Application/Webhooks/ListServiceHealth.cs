using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Webhooks;

/// <summary>The last look at the health of each service, ordered by name; none for everybody but admins of the tenant.</summary>
public sealed record ListServiceHealthQuery(Caller Caller) : IQuery<IReadOnlyList<ServiceHealthView>>;

internal sealed class ListServiceHealthHandler(IServiceDirectory services) : IQueryHandler<ListServiceHealthQuery, IReadOnlyList<ServiceHealthView>>
{
    public async Task<Result<IReadOnlyList<ServiceHealthView>>> Handle(ListServiceHealthQuery query, CancellationToken cancellationToken) =>
        query.Caller.IsSystemAdmin ? (await services.ListHealthAsync(query.Caller.Tenant, cancellationToken)).ToList() : [];
}
