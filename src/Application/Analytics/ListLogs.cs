using ModuleX.Application.Messaging;
using ModuleX.Application.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Analytics;

/// <summary>Records of all six kinds as one list, newest first.</summary>
/// <param name="Skip">How many of the newest to leave out.</param>
public sealed record ListLogsQuery(TenantId Tenant, LogFilter Filter, int Skip, int Take) : IQuery<LogsView>;

/// <param name="Total">How many match in all.</param>
public sealed record LogsView(IReadOnlyList<LogView> Items, int Total);

internal sealed class ListLogsHandler(IStoredRecords records) : IQueryHandler<ListLogsQuery, LogsView>
{
    public async Task<Result<LogsView>> Handle(ListLogsQuery query, CancellationToken cancellationToken)
    {
        var (items, total) = await records.ListAsync(query.Tenant, query.Filter, query.Skip, query.Take, cancellationToken);
        return new LogsView(items, total);
    }
}
