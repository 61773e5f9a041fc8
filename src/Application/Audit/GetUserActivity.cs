using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Audit;

/// <summary>
/// How much a user has done of what is recorded. Every user may ask about themselves; about others a caller sees what concerns the organization of
/// the token, and the tenant's admins see all of it. Forbidden: another user, and <see cref="AuditSight"/> does not go so far. NotFound: unknown,
/// or out of the caller's reach.
/// </summary>
/// <param name="Days">How far to look back.</param>
public sealed record GetUserActivityQuery(Caller Caller, UserId User, int Days) : IQuery<UserActivityView>;

/// <summary>What a user has done.</summary>
/// <param name="LastLoginAt">Null for never.</param>
public sealed record UserActivityView(
    UserId User, int Days, int Total, IReadOnlyDictionary<string, int> ByAction, IReadOnlyDictionary<string, int> ByStatus, DateTimeOffset? LastLoginAt);

internal sealed class GetUserActivityHandler(AuditSights sights, IReader<User> users, IAuditTrail trail, TimeProvider time)
    : IQueryHandler<GetUserActivityQuery, UserActivityView>
{
    public async Task<Result<UserActivityView>> Handle(GetUserActivityQuery query, CancellationToken cancellationToken)
    {
        var caller = query.Caller;
        var filter = new AuditFilter(User: query.User, Since: time.GetUtcNow().AddDays(-query.Days));
        if (query.User != caller.User)
        {
            if ((await sights.FindAsync(caller, PermissionNames.AuditRead, cancellationToken)).Failed(out var error, out var sight)) return error;
            if (sight.Within(filter).Failed(out error, out filter)) return error;
        }
        if (await users.FindAsync(caller.Tenant, new UserByIdSpec(query.User), cancellationToken) is not { } user) return IdentityErrors.UserNotFound;
        if (user.Id != caller.User && !caller.Reaches(user.OrganizationId)) return IdentityErrors.UserNotFound;
        var counts = await trail.CountByActionAsync(caller.Tenant, filter, cancellationToken);
        return new UserActivityView(
            user.Id, query.Days, counts.Sum(one => one.Count), counts.SumBy(one => one.Name), counts.SumBy(one => one.Status), user.LastLoginAt);
    }
}
