using Microsoft.Extensions.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Security.Tokens;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>People and their login sessions, as they are stored.</summary>
internal static class Logins
{
    private static int _number;

    public static async Task<User> AddUserAsync(
        this Installation process, Organization organization, string? name = null, MembershipRole role = MembershipRole.Member)
    {
        var (now, number) = (process.Time.GetUtcNow(), Interlocked.Increment(ref _number));
        name ??= $"user-{number}";
        var user = User.Create(
            new UserId(Guid.CreateVersion7(now)), organization.TenantId, number, $"{name}@example.com", name, null, null, "hash", SystemRole.User,
            organization.Id, now);
        await using var work = await process.BeginAsync(organization);
        work.Users.Add(user);
        work.Organizations.Add(new Membership(organization.TenantId, organization.Id, user.Id, role, now));
        (await work.CommitAsync(default)).Required();
        return user;
    }

    /// <summary>A session of a new user.</summary>
    public static async Task<LoginSession> AddSessionAsync(this Installation process, Organization organization, TimeSpan? lifetime = null)
    {
        var user = await process.AddUserAsync(organization);
        var session = process.SessionOf(user, lifetime);
        await using var work = await process.BeginAsync(organization);
        work.Logins.Add(session);
        (await work.CommitAsync(default)).Required();
        return session;
    }

    /// <summary>A session that is not stored.</summary>
    public static LoginSession SessionOf(this Installation process, User user, TimeSpan? lifetime = null) => new(
        new LoginSessionId(Guid.CreateVersion7()), user.TenantId, user.Id, user.OrganizationId, "127.0.0.1", "a browser", keepsRefreshToken: false,
        TimeSpan.FromMinutes(30), lifetime ?? TimeSpan.FromDays(7), process.Time.GetUtcNow());

    /// <summary>Ends a session as a logout does.</summary>
    public static async Task EndAsync(this Installation process, LoginSession session)
    {
        await using var work = await process.Get<IUnitsOfWork>().BeginAsync(session.TenantId, default);
        (await work.Logins.FindAsync(session.Id, default))!.End(LoginEndings.Logout, process.Time.GetUtcNow());
        work.Announce(session.Id.Value);
        (await work.CommitAsync(default)).Required();
    }

    public static Task<IUnitOfWork> BeginAsync(this Installation process, Organization organization) =>
        process.Get<IUnitsOfWork>().BeginAsync(organization.TenantId, default);

    public static async Task<string> IssueAsync(this Installation process, LoginSession session) =>
        await process.Get<IAccessTokens>().IssueAsync(session, default);

    /// <summary>Whether the token is accepted.</summary>
    public static async Task<bool> AcceptsAsync(this Installation process, string token) =>
        (await process.Get<IAccessTokens>().FindAsync(token, default)).Error is null;

    public static AccessChangeWatcher Watcher(this Installation process) => process.GetAll<IHostedService>().OfType<AccessChangeWatcher>().Single();
}
