using System.Linq.Expressions;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Organizations;

/// <summary>A user and the place in one organization.</summary>
internal sealed class MemberRow
{
    public required User User { get; init; }

    public required Membership Membership { get; init; }
}

/// <summary>Questions about the members of an organization.</summary>
internal static class MemberQueries
{
    // No join clause: SQLite, which has no statistics, takes the side of a join that has the better index first, and that can be every user of the tenant.
    // What this becomes, a cross join with a condition, it reads from left to right; to the other databases it is the same as a join.
    public static IQueryable<MemberRow> Members(ModuleXDbContext db, IQueryable<User> users, OrganizationId organization) =>
        from membership in db.Memberships
        from user in users
        where membership.OrganizationId == organization && user.Id == membership.UserId
        select new MemberRow { User = user, Membership = membership };

    public static IQueryable<MemberRow> InOrderOf(this IQueryable<MemberRow> members, MemberFilter filter)
    {
        var ordered = filter.Order switch
        {
            MemberOrder.Name => members.By(row => row.User.UsernameKey, filter.IsDescending),
            MemberOrder.Email => members.By(row => row.User.EmailKey, filter.IsDescending),
            MemberOrder.CreatedAt => members.By(row => row.User.CreatedAt, filter.IsDescending),
            // Databases disagree about where nulls go.
            MemberOrder.LastActive when filter.IsDescending => members.OrderBy(row => row.User.LastActiveAt == null)
                .ThenByDescending(row => row.User.LastActiveAt),
            MemberOrder.LastActive => members.OrderBy(row => row.User.LastActiveAt == null).ThenBy(row => row.User.LastActiveAt),
            _ => members.By(row => row.Membership.JoinedAt, filter.IsDescending),
        };
        return filter.IsDescending ? ordered.ThenByDescending(row => row.User.Id) : ordered.ThenBy(row => row.User.Id);
    }

    private static IOrderedQueryable<MemberRow> By<TKey>(this IQueryable<MemberRow> members, Expression<Func<MemberRow, TKey>> key, bool isDescending) =>
        isDescending ? members.OrderByDescending(key) : members.OrderBy(key);
}
