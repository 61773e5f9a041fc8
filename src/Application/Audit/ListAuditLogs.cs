using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Access;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Audit;

/// <summary>
/// What was recorded about the organization of the caller's token, or in the whole tenant for its admins, newest first, as far as <see cref="AuditSight"/>
/// goes. Forbidden: see there.
/// </summary>
/// <param name="Filter">Its organization is not looked at.</param>
public sealed record ListAuditLogsQuery(Caller Caller, AuditFilter Filter, PageRequest Page) : IQuery<Page<AuditView>>;

internal sealed class ListAuditLogsHandler(AuditSights sights, IAuditTrail trail) : IQueryHandler<ListAuditLogsQuery, Page<AuditView>>
{
    public async Task<Result<Page<AuditView>>> Handle(ListAuditLogsQuery query, CancellationToken cancellationToken)
    {
        if ((await sights.FindAsync(query.Caller, PermissionNames.AuditRead, cancellationToken)).Failed(out var error, out var sight)) return error;
        if (sight.Within(query.Filter).Failed(out error, out var filter)) return error;
        var page = await trail.ListAsync(query.Caller.Tenant, filter, query.Page, cancellationToken);
        return page with { Items = [.. page.Items.Select(sight.Show)] };
    }
}
