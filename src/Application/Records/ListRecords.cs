using ModuleX.Application.Messaging;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Records;

/// <summary>The newest errors of a tenant.</summary>
public sealed record ListRecentErrorsQuery(TenantId Tenant, int Take) : IQuery<IReadOnlyList<RecordEntry>>;

internal sealed class ListRecentErrorsHandler(IStoredRecords records) : IQueryHandler<ListRecentErrorsQuery, IReadOnlyList<RecordEntry>>
{
    public async Task<Result<IReadOnlyList<RecordEntry>>> Handle(ListRecentErrorsQuery query, CancellationToken cancellationToken) =>
        (await records.ListAsync(query.Tenant, RecordKind.Error, null, null, query.Take, cancellationToken)).ToList();
}

/// <summary>The newest requests of a tenant that took too long.</summary>
public sealed record ListSlowRequestsQuery(TenantId Tenant, int Take) : IQuery<SlowRequestsView>;

/// <param name="Threshold">From which duration on a request is slow now; each was judged by the threshold of its own time.</param>
public sealed record SlowRequestsView(IReadOnlyList<RecordEntry> Requests, TimeSpan Threshold);

internal sealed class ListSlowRequestsHandler(IStoredRecords records, IRecordRetention retention) : IQueryHandler<ListSlowRequestsQuery, SlowRequestsView>
{
    public async Task<Result<SlowRequestsView>> Handle(ListSlowRequestsQuery query, CancellationToken cancellationToken) =>
        new SlowRequestsView(await records.ListSlowAsync(query.Tenant, query.Take, cancellationToken), retention.SlowThreshold);
}

/// <summary>What should be looked at in a tenant, the newest first.</summary>
public sealed record ListSecurityAlertsQuery(TenantId Tenant, int Take) : IQuery<IReadOnlyList<SecurityAlertView>>;

internal sealed class ListSecurityAlertsHandler(IStoredRecords records) : IQueryHandler<ListSecurityAlertsQuery, IReadOnlyList<SecurityAlertView>>
{
    public async Task<Result<IReadOnlyList<SecurityAlertView>>> Handle(ListSecurityAlertsQuery query, CancellationToken cancellationToken) =>
        (await records.ListAlertsAsync(query.Tenant, null, query.Take, cancellationToken)).ToList();
}
