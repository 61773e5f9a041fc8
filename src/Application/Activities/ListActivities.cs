using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Activities;

/// <summary>
/// What people did, newest first: a user's own, or for admins of the tenant everybody's. Forbidden: another user's, for a caller who is no admin.
/// </summary>
/// <param name="Filter">No user means the caller's own, or everybody's for an admin.</param>
public sealed record ListActivitiesQuery(Caller Caller, ActivityFilter Filter, PageRequest Page) : IQuery<Page<ActivityView>>;

internal sealed class ListActivitiesHandler(IRecordedActivities activities) : IQueryHandler<ListActivitiesQuery, Page<ActivityView>>
{
    public async Task<Result<Page<ActivityView>>> Handle(ListActivitiesQuery query, CancellationToken cancellationToken)
    {
        var (caller, filter) = (query.Caller, query.Filter);
        var own = caller.User.ToString();
        if (!caller.IsSystemAdmin && filter.User is { } other && !other.Equals(own, StringComparison.OrdinalIgnoreCase))
            return IdentityErrors.RoleTooLow("Admin");
        return await activities.ListAsync(caller.Tenant, caller.IsSystemAdmin ? filter : filter with { User = own }, query.Page, cancellationToken);
    }
}
