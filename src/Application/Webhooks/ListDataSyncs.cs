using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Webhooks;

/// <summary>How the syncs of the caller's tenant stand, ordered by service and type; none for everybody but its admins.</summary>
public sealed record ListDataSyncsQuery(Caller Caller) : IQuery<IReadOnlyList<DataSyncView>>;

internal sealed class ListDataSyncsHandler(IServiceDirectory services) : IQueryHandler<ListDataSyncsQuery, IReadOnlyList<DataSyncView>>
{
    public async Task<Result<IReadOnlyList<DataSyncView>>> Handle(ListDataSyncsQuery query, CancellationToken cancellationToken) =>
        query.Caller.IsSystemAdmin ? (await services.ListSyncsAsync(query.Caller.Tenant, cancellationToken)).ToList() : [];
}
