using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Access;
using ModuleX.Application.Events;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.Tokens;

/// <summary>Reads what the user of a login session may do.</summary>
internal sealed class AuthorityReader(
    IDbContextFactory<ModuleXDbContext> contexts, TenantConfigs configurations, AccessNotices notices, IEvents events, TimeProvider time)
{
    /// <summary>
    /// That a session was used is written every five seconds, by each node for itself: one that seems to be left alone must not be ended before that was done.
    /// </summary>
    private static readonly TimeSpan Unwritten = TimeSpan.FromSeconds(6);

    /// <summary>
    /// With the end that the session has without a refresh, and how long it may be left alone. Null when the session, its user or its tenant has
    /// ended; a session that was left alone for too long ends now.
    /// </summary>
    public async Task<LiveLoginSession?> ReadAsync(TenantId tenant, LoginSessionId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var found = await (
            from session in db.LoginSessions
            join user in db.Users on session.UserId equals user.Id
            join owning in db.Tenants on session.TenantId equals owning.Id
            where session.Id == id && user.IsActive && owning.DeactivatedAt == null
            select new { session, user.Role, owning.Domain })
            .SingleOrDefaultAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (found is null || !found.session.IsLiveAt(now)) return null;
        var idleLimit = await configurations.FindIdleLimitAsync(tenant, cancellationToken);
        if (found.session.IsIdleAt(now, idleLimit))
        {
            await TimeOutAsync(db, found.session, now, cancellationToken);
            return null;
        }

        var owner = found.session.UserId;
        var memberships = await (
            from membership in db.Memberships
            join organization in db.Organizations on membership.OrganizationId equals organization.Id
            where membership.UserId == owner && organization.IsActive
            select new { membership.OrganizationId, membership.Role })
            .ToListAsync(cancellationToken);
        var permissions = (await (
            from link in db.UserRoles
            join role in db.Roles on link.RoleId equals role.Id
            join granted in db.RolePermissions on role.Id equals granted.RoleId
            join permission in db.Permissions on granted.PermissionId equals permission.Id
            where link.UserId == owner && role.IsActive
            select new { role.OrganizationId, permission.Name })
            .ToListAsync(cancellationToken)).ToLookup(row => row.OrganizationId, row => row.Name);
        var roles = (await (
            from link in db.UserRoles
            join role in db.Roles on link.RoleId equals role.Id
            where link.UserId == owner && role.IsActive
            select new { role.OrganizationId, role.Id })
            .ToListAsync(cancellationToken)).ToLookup(row => row.OrganizationId, row => row.Id);
        var authority = new Authority(
            tenant, found.Domain, owner, found.Role, id, found.session.OrganizationId,
            memberships.ToImmutableDictionary(row => row.OrganizationId, row => new OrganizationAuthority(
                row.Role, [.. permissions[row.OrganizationId]], [.. roles[row.OrganizationId]])));
        return new LiveLoginSession(authority, found.session.ExpiresAt, idleLimit, found.session.LastActivityAt);
    }

    /// <summary>Ends the sessions of some users that were left alone for too long, though no request came with them.</summary>
    public async Task EndIdleAsync(TenantId tenant, IReadOnlyCollection<UserId> users, CancellationToken cancellationToken)
    {
        if (await configurations.FindIdleLimitAsync(tenant, cancellationToken) is not { } limit) return;
        var now = time.GetUtcNow();
        var since = now - limit - Unwritten;
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var idle = await db.LoginSessions
            .Where(session => users.Contains(session.UserId) && session.EndedAt == null && session.ExpiresAt > now && session.LastActivityAt < since)
            .ToListAsync(cancellationToken);
        foreach (var session in idle) await TimeOutAsync(db, session, now, cancellationToken);
    }

    /// <summary>Ends it for good, whatever the limit is later; unless it was used or ended meanwhile.</summary>
    private async Task TimeOutAsync(ModuleXDbContext db, LoginSession session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (id, lastActivity) = (session.Id, session.LastActivityAt);
        var ended = await db.LoginSessions.Where(row => row.Id == id && row.EndedAt == null && row.LastActivityAt == lastActivity)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.EndedAt, now).SetProperty(one => one.EndReason, LoginEndings.IdleTimeout), cancellationToken);
        if (ended == 0) return;
        events.Publish(UserEvent.OfSession(session, LoginSessionFacts.TimedOut));
        // Other nodes find out when they look: it is not in use.
        notices.Tell(id.Value);
    }
}

/// <summary>A login session that lasts, and what its user may do.</summary>
/// <param name="EndsAt">Without a refresh.</param>
/// <param name="IdleLimit">How long it may be left alone; null for as long as it lasts.</param>
internal sealed record LiveLoginSession(Authority Authority, DateTimeOffset EndsAt, TimeSpan? IdleLimit, DateTimeOffset LastActivityAt);
