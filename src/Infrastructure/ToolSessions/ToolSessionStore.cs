using Microsoft.EntityFrameworkCore;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.ToolSessions;

internal sealed class ToolSessionStore(ModuleXDbContext db) : IToolSessionStore
{
    public Task ReleaseAsync(UserId user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var owner = OwnerId.User(user.Value).Value;
        return ReleaseAsync(db.ToolSessions.Where(row => row.Owner == owner), now, cancellationToken, tells: true);
    }

    public Task ReleaseAsync(OrganizationId organization, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (prefix, shared) = (OwnerId.PrefixOf(organization), OwnerId.Organization(organization).Value);
        return ReleaseAsync(db.ToolSessions.Where(row => row.Owner.StartsWith(prefix) || row.Owner == shared), now, cancellationToken);
    }

    public Task ReleaseAsync(TenantId tenant, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReleaseAsync(db.ToolSessions.AcrossTenants().Where(row => row.TenantId == tenant), now, cancellationToken);

    public async Task WipeAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await db.ToolSessions.AcrossTenants().Where(row => row.TenantId == tenant).ExecuteDeleteAsync(cancellationToken);
        await db.Revocations.AcrossTenants().Where(row => row.TenantId == tenant).ExecuteDeleteAsync(cancellationToken);
    }

    /// <param name="tells">Whether the organization is told; not where it goes with the sessions, and its webhooks with it.</param>
    private async Task ReleaseAsync(IQueryable<ToolSessionRow> sessions, DateTimeOffset now, CancellationToken cancellationToken, bool tells = false)
    {
        // Locks the rows: a refreshed token that is being stored comes before this, and is moved with the others, or after it, and finds no row.
        await sessions.ExecuteUpdateAsync(row => row.SetProperty(session => session.Version, session => session.Version + 1), cancellationToken);
        foreach (var row in await sessions.Where(row => row.CredentialId != null).ToListAsync(cancellationToken))
        {
            var session = row.ToSnapshot();
            db.Revocations.Add(RevocationRow.Of(session.Id, session.Credential!, now));
            if (tells) await ConnectionEvents.AddAsync(db, session, new(ConnectionEventKind.Deleted, null), now, cancellationToken);
        }
        await sessions.ExecuteDeleteAsync(cancellationToken);
    }
}
