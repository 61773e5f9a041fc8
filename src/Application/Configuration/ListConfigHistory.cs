using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>The changes that were made to the configuration of the caller's tenant, newest first.</summary>
public sealed record ListConfigHistoryQuery(Caller Caller, PageRequest Page) : IQuery<Page<ConfigRecordView>>;

internal sealed class ListConfigHistoryHandler(IConfigurationDirectory configurations) : IQueryHandler<ListConfigHistoryQuery, Page<ConfigRecordView>>
{
    public async Task<Result<Page<ConfigRecordView>>> Handle(ListConfigHistoryQuery query, CancellationToken cancellationToken)
    {
        var page = await configurations.ListRecordsAsync(query.Caller.Tenant, query.Page, cancellationToken);
        return new Page<ConfigRecordView>([.. page.Items.Select(ConfigRecordView.Of)], page.Total, page.Request);
    }
}
