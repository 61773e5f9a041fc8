using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Analytics;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Analytics;

internal sealed class PeopleStatistics(IDbContextFactory<ModuleXDbContext> contexts) : IPeopleStatistics
{
    /// <summary>How many owners one query asks for; databases take some two thousand parameters.</summary>
    private const int OwnersAtOnce = 500;

    public async Task<(int Total, IReadOnlyList<DateTimeOffset> Joined)> CountMembersAsync(
        TenantId tenant, OrganizationId organization, Window window, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var members = db.Memberships.Where(membership => membership.OrganizationId == organization);
        return (
            await members.CountAsync(cancellationToken),
            await members.Where(membership => membership.JoinedAt >= window.From && membership.JoinedAt < window.To)
                .Select(membership => membership.JoinedAt).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyDictionary<UserId,
        PersonView>> FindPeopleAsync(TenantId tenant, IReadOnlyCollection<UserId> users, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var found = await db.Users.Where(user => users.Contains(user.Id))
            .Select(user => new { user.Id, user.FirstName, user.LastName, user.Username, user.Email, user.LastActiveAt }).ToListAsync(cancellationToken);
        return found.ToDictionary(
            user => user.Id, user => new PersonView(user.Id, NameOf(user.FirstName, user.LastName, user.Username), user.Email, user.LastActiveAt));
    }

    public async Task<TimeSpan?> AverageSessionAsync(TenantId tenant, OrganizationId organization, Window window, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var sessions = await db.LoginSessions
            .Where(session => session.OrganizationId == organization && session.CreatedAt >= window.From && session.CreatedAt < window.To)
            .Select(session => new { session.CreatedAt, session.LastActivityAt }).ToListAsync(cancellationToken);
        return sessions.Count == 0 ? null : TimeSpan.FromTicks((long)sessions.Average(session => (session.LastActivityAt - session.CreatedAt).Ticks));
    }

    public async Task<int> CountLiveSessionsAsync(TenantId tenant, OrganizationId organization, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.LoginSessions.CountAsync(
            session => session.OrganizationId == organization && session.EndedAt == null && session.ExpiresAt > now, cancellationToken);
    }

    public async Task<IReadOnlyList<InstallationView>> ListInstallationsAsync(
        TenantId tenant, OrganizationId organization, Window window, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var entries = new List<InstallationView>();
        foreach (var action in (string[])[AuditActions.IntegrationInstalled, AuditActions.IntegrationUninstalled])
        {
            entries.AddRange(await db.AuditEntries
                .Where(entry => entry.OrganizationId == organization && entry.Action == action && entry.CreatedAt >= window.From && entry.CreatedAt < window.To)
                .Select(entry => new InstallationView(entry.CreatedAt, entry.ResourceId ?? "", action == AuditActions.IntegrationInstalled))
                    .ToListAsync(cancellationToken));
        }
        return entries;
    }

    public async Task<(int Connected, int Broken)> CountConnectionsAsync(TenantId tenant, OrganizationId organization, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var connected = db.ToolSessions.Where(row => row.CredentialId != null);
        var external = OwnerId.External(organization, "").Value;
        var outside = await connected.Where(row => row.Owner.StartsWith(external))
            .GroupBy(row => row.NeedsReconnect).Select(rows => new { Broken = rows.Key, Count = rows.Count() }).ToListAsync(cancellationToken);
        var members = await db.Memberships.Where(membership => membership.OrganizationId == organization).Select(membership => membership.UserId)
            .ToListAsync(cancellationToken);
        var (all, broken) = (outside.Sum(group => group.Count), outside.Where(group => group.Broken).Sum(group => group.Count));
        foreach (var some in members.Chunk(OwnersAtOnce))
        {
            var owners = some.Select(member => OwnerId.User(member.Value).Value).ToList();
            var own = await connected.Where(row => owners.Contains(row.Owner)).GroupBy(row => row.NeedsReconnect)
                .Select(rows => new { Broken = rows.Key, Count = rows.Count() }).ToListAsync(cancellationToken);
            all += own.Sum(group => group.Count);
            broken += own.Where(group => group.Broken).Sum(group => group.Count);
        }
        return (all, broken);
    }

    private static string NameOf(string? first, string? last, string username) => $"{first} {last}".Trim() is { Length: > 0 } name ? name : username;
}
