using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Audit;

/// <summary>
/// How much a user has done of what is recorded. Everybody may ask about oneself; whoever asks about others sees what concerns the organization of the token, and the
/// tenant's admins see all of it. Forbidden: somebody else, without the permission to read the records. NotFound: unknown, or out of the caller's reach.
/// </summary>
/// <param name="Days">How far to look back.</param>
public sealed record GetUserActivityQuery(Caller Caller, UserId User, int Days) : IQuery<UserActivityView>;

/// <summary>What a user has done.</summary>
/// <param name="LastLoginAt">Null for never.</param>
public sealed record UserActivityView(
    UserId User, int Days, int Total, IReadOnlyDictionary<string, int> ByAction, IReadOnlyDictionary<string, int> ByStatus, DateTimeOffset? LastLoginAt);

internal sealed class GetUserActivityHandler(IUserDirectory users, IAuditTrail trail, TimeProvider time) : IQueryHandler<GetUserActivityQuery, UserActivityView>
{
    public async Task<Result<UserActivityView>> Handle(GetUserActivityQuery query, CancellationToken cancellationToken)
    {
        var caller = query.Caller;
        if ((await users.FindPersonAsync(caller, query.User, PermissionNames.AuditRead, cancellationToken)).Failed(out var error, out var user)) return error;
        var within = user.Id == caller.User ? null : caller.ForLists();
        var filter = new AuditFilter(within, user.Id, Since: time.GetUtcNow().AddDays(-query.Days));
        var counts = await trail.CountByActionAsync(caller.Tenant, filter, cancellationToken);
        return new UserActivityView(
            user.Id, query.Days, counts.Sum(one => one.Count), counts.SumBy(one => one.Name), counts.SumBy(one => one.Status), user.LastLoginAt);
    }
}
