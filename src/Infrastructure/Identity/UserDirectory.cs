using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Identity;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Identity;

internal sealed class UserDirectory(IDbContextFactory<ModuleXDbContext> contexts) : IUserDirectory
{
    public async Task<User?> FindAsync(TenantId tenant, UserId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken);
    }

    public async Task<User?> FindByEmailAsync(TenantId tenant, string email, CancellationToken cancellationToken)
    {
        var (key, older) = (NameKey.Of(email), NameKey.OfOlder(email));
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var users = await db.Users.Where(user => user.EmailKey == key || user.EmailKey == older).ToListAsync(cancellationToken);
        return users.MaxBy(user => user.EmailKey == older);
    }

    public async Task<User?> FindByLoginNameAsync(TenantId tenant, string name, CancellationToken cancellationToken)
    {
        var (key, older) = (NameKey.Of(name), NameKey.OfOlder(name));
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var users = await db.Users.Where(user => user.EmailKey == key || user.EmailKey == older || user.UsernameKey == key || user.UsernameKey == older)
            .ToListAsync(cancellationToken);
        // Names from before @ was refused in them catch nobody else's logins.
        return users.MaxBy(user => (user.EmailKey == older || user.EmailKey == key, user.EmailKey == older || user.UsernameKey == older));
    }

    public async Task<User?> FindByNumberAsync(TenantId tenant, long number, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.Users.SingleOrDefaultAsync(user => user.Number == number, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<UserId,
        UserNameView>> ListNamesAsync(TenantId tenant, IReadOnlyCollection<UserId> users, CancellationToken cancellationToken)
    {
        if (users.Count == 0) return ImmutableDictionary<UserId, UserNameView>.Empty;
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await UserNames.ReadAsync(db, users, cancellationToken);
    }

    public async Task<Page<UserView>> ListAsync(TenantId tenant, UserFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var users = db.Users.Matching(filter);
        return await users.OrderByDescending(user => user.CreatedAt).ThenByDescending(user => user.Id).ToPageAsync(page, UserView.Of, cancellationToken);
    }

    public async Task<IReadOnlyList<MembershipView>> ListMembershipsAsync(TenantId tenant, UserId user, CancellationToken cancellationToken)
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

    public async Task<IReadOnlyList<LoginSessionView>> ListSessionsAsync(TenantId tenant, UserId user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.LoginSessions
            .Where(session => session.UserId == user && session.EndedAt == null && session.ExpiresAt > now)
            .OrderByDescending(session => session.LastActivityAt).ThenByDescending(session => session.Id)
            .Select(session => new LoginSessionView(
                session.Id, session.UserId, session.IpAddress, session.UserAgent, session.CreatedAt, session.LastActivityAt, session.ExpiresAt))
            .ToListAsync(cancellationToken);
    }

    public async Task<int> CountAsync(TenantId tenant, SystemRole atLeast, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.Users.CountAsync(user => user.IsActive && user.Role >= atLeast, cancellationToken);
    }
}
