using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Audit;

/// <summary>What was recorded about the organization of the caller's token, or in the whole tenant for its admins, newest first.</summary>
/// <param name="Filter">Its organization is not looked at.</param>
public sealed record ListAuditLogsQuery(Caller Caller, AuditFilter Filter, PageRequest Page) : IQuery<Page<AuditView>>;

internal sealed class ListAuditLogsHandler(IAuditTrail trail) : IQueryHandler<ListAuditLogsQuery, Page<AuditView>>
{
    public async Task<Result<Page<AuditView>>> Handle(ListAuditLogsQuery query, CancellationToken cancellationToken) =>
        await trail.ListAsync(query.Caller.Tenant, query.Filter with { Organization = query.Caller.ForLists() }, query.Page, cancellationToken);
}
