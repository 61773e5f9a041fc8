using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Identity;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Organizations;

internal sealed class Members(IDbContextFactory<ModuleXDbContext> contexts) : IMembers
{
    public async Task<Page<MemberView>> ListAsync(
        TenantId tenant, OrganizationId organization, MemberFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var users = db.Users.Matching(new MatchingUsersSpec(new UserFilter(Search: filter.Search, IsActive: filter.IsActive)));
        var found = await MemberQueries.Members(db, users, organization).InOrderOf(filter).ToPageAsync(page, cancellationToken);
        var tools = await ToolsOfAsync(db, [.. found.Items.Select(row => row.User.Id)], cancellationToken);
        return new([.. found.Items.Select(row => ViewOf(row, tools[row.User.Id]))], found.Total, page);
    }

    public async Task<IReadOnlyList<MembershipView>> ListOfUserAsync(TenantId tenant, UserId user, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var rows = await (
            from membership in db.Memberships
            join organization in db.Organizations on membership.OrganizationId equals organization.Id
            join owner in db.Users on membership.UserId equals owner.Id
            where membership.UserId == user
            select new { organization.Id, organization.Name, organization.Slug, membership.Role, organization.IsDefault,
                IsHome = owner.OrganizationId == organization.Id, organization.IsActive })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new MembershipView(row.Id, row.Name, row.Slug, row.Role, row.IsDefault, row.IsHome, row.IsActive))
            .OrderByDescending(one => one.IsHome).ThenBy(one => one.Name, StringComparer.Ordinal)];
    }

    public async Task<MemberStatisticsView> CountAsync(TenantId tenant, OrganizationId organization, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var yesterday = today.AddDays(-1);
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var members = MemberQueries.Members(db, db.Users, organization);
        var isActive = await members.GroupBy(row => row.User.IsActive).Select(rows => new { IsActive = rows.Key, Count = rows.Count() })
            .ToListAsync(cancellationToken);
        return new(
            isActive.Sum(group => group.Count),
            isActive.Where(group => group.IsActive).Sum(group => group.Count),
            await members.CountAsync(row => row.Membership.JoinedAt >= today, cancellationToken),
            await members.CountAsync(row => row.Membership.JoinedAt >= yesterday && row.Membership.JoinedAt < today, cancellationToken));
    }

    public async Task<MemberDetailsView?> FindAsync(
        TenantId tenant, OrganizationId organization, UserId user, int newest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        if (await MemberQueries.Members(db, db.Users, organization)
            .SingleOrDefaultAsync(row => row.User.Id == user, cancellationToken) is not { } found) return null;
        var tools = (await ToolsOfAsync(db, [user], cancellationToken))[user].ToList();
        var logins = db.LoginSessions.Where(session => session.UserId == user);
        var sessions = await logins.OrderByDescending(session => session.CreatedAt).ThenByDescending(session => session.Id).Take(newest)
            .ToListAsync(cancellationToken);
        var activities = await db.AuditEntries.Where(entry => entry.UserId == user).OrderByDescending(entry => entry.CreatedAt)
            .ThenByDescending(entry => entry.Id).Take(newest).ToListAsync(cancellationToken);
        return new(
            ViewOf(found, tools),
            await logins.CountAsync(session => session.EndedAt == null && session.ExpiresAt > now, cancellationToken),
            [.. tools.OrderByDescending(tool => tool.ConnectedAt)],
            [.. activities.Select(entry => new MemberActivityView(entry.Action, entry.CreatedAt, entry.IpAddress, entry.Status == AuditStatuses.Success))],
            [.. sessions.Select(
                session => new MemberSessionView(session.Id, session.IsLiveAt(now), session.IpAddress, session.UserAgent, session.CreatedAt,
                session.ExpiresAt))]);
    }

    private static async Task<ILookup<UserId,
        MemberToolView>> ToolsOfAsync(ModuleXDbContext db, IReadOnlyList<UserId> users, CancellationToken cancellationToken)
    {
        var byOwner = users.ToDictionary(user => OwnerId.User(user.Value).Value);
        var owners = byOwner.Keys.ToList();
        var rows = await db.ToolSessions.Where(row => owners.Contains(row.Owner) && row.CredentialId != null)
            .Select(row => new { row.Owner, Id = row.CredentialId!.Value, row.Tool, row.IsActive, row.NeedsReconnect, row.LastUsedAt,
                row.ConnectedAt, row.CredentialObtainedAt })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(
            row => byOwner[row.Owner],
            row => new MemberToolView(
                row.Id, row.Tool, null, !row.NeedsReconnect, row.IsActive && !row.NeedsReconnect, row.LastUsedAt,
                row.ConnectedAt ?? row.CredentialObtainedAt!.Value));
    }

    private static MemberView ViewOf(MemberRow row, IEnumerable<MemberToolView> tools)
    {
        var (user, membership, all) = (row.User, row.Membership, tools.ToList());
        return new(
            user.Id, user.Email, user.Username, user.IsActive, membership.Role, membership.JoinedAt, user.CreatedAt, user.UpdatedAt,
            user.LastActiveAt, user.TotalLogins, all.Count, all.Count(tool => tool.IsActive));
    }
}
