using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Records;

/// <summary>How many records of each kind a tenant has stored, by <see cref="LogKinds"/>.</summary>
public sealed record GetLogCountsQuery(TenantId Tenant) : IQuery<IReadOnlyDictionary<string, LogCountView>>;

internal sealed class GetLogCountsHandler(IStoredRecords records) : IQueryHandler<GetLogCountsQuery, IReadOnlyDictionary<string, LogCountView>>
{
    public async Task<Result<IReadOnlyDictionary<string, LogCountView>>> Handle(GetLogCountsQuery query, CancellationToken cancellationToken) =>
        (await records.CountAsync(query.Tenant, cancellationToken)).ToDictionary();
}
