using Microsoft.EntityFrameworkCore;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.ToolSessions;

internal sealed class RevocationQueue(IDbContextFactory<ModuleXDbContext> contexts, TimeProvider time) : IRevocationQueue
{
    private const int UsersAtOnce = 500;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(2);

    public async Task AddAsync(ToolSessionId session, StoredCredential credential, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(session.Tenant, cancellationToken);
        db.Revocations.Add(RevocationRow.Of(session, credential, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task CollectAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var sessions = db.ToolSessions.AcrossTenants();
        var gone = await db.Tenants.Where(tenant => tenant.DeactivatedAt != null && sessions.Any(row => row.TenantId == tenant.Id))
            .Select(tenant => new { tenant.Id, tenant.DeletedAt }).ToListAsync(cancellationToken);
        foreach (var tenant in gone)
        {
            await ChangeAsync(db, store => tenant.DeletedAt is null
                ? store.ReleaseAsync(tenant.Id, time.GetUtcNow(), cancellationToken)
                : store.WipeAsync(tenant.Id, cancellationToken), cancellationToken);
        }
        await CollectOfOrganizationsAsync(db, cancellationToken);
        await CollectOfUsersAsync(db, cancellationToken);
    }

    public async Task<IReadOnlyList<QueuedRevocation>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await db.Revocations.AcrossTenants().Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).Take(most).ToListAsync(cancellationToken);
        var claimed = new List<QueuedRevocation>();
        foreach (var row in due)
        {
            var next = now + PauseAfter(row.Attempts);
            // Of two nodes that see the same row, one counts the attempt.
            var mine = await db.Revocations.AcrossTenants().Where(other => other.Id == row.Id && other.Attempts == row.Attempts)
                .ExecuteUpdateAsync(one => one.SetProperty(other => other.Attempts, row.Attempts + 1)
                    .SetProperty(other => other.DueAt, next), cancellationToken);
            if (mine == 1) claimed.Add(row.ToQueued());
        }
        return claimed;
    }

    public async Task RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Revocations.AcrossTenants().Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ToolSessionId>> WipeExpiredAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - IRevocationQueue.Lifetime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var expired = await db.Revocations.AcrossTenants().Where(row => row.QueuedAt <= oldest).ToListAsync(cancellationToken);
        if (expired.Count > 0) await db.Revocations.AcrossTenants().Where(row => row.QueuedAt <= oldest).ExecuteDeleteAsync(cancellationToken);
        return [.. expired.Select(row => row.SessionOf())];
    }

    private static TimeSpan PauseAfter(int attempts) =>
        attempts >= 7 ? LongestPause : FirstPause * (1 << attempts);

    private async Task CollectOfOrganizationsAsync(ModuleXDbContext db, CancellationToken cancellationToken)
    {
        var deleted = await db.Organizations.AcrossTenants(withDeleted: true).Where(organization => organization.DeletedAt != null)
            .Select(organization => new { organization.Id, organization.TenantId }).ToListAsync(cancellationToken);
        foreach (var organization in deleted)
        {
            var prefix = OwnerId.PrefixOf(organization.Id);
            var sessions = db.ToolSessions.AcrossTenants().Where(row => row.TenantId == organization.TenantId && row.Owner.StartsWith(prefix));
            if (!await sessions.AnyAsync(cancellationToken)) continue;
            db.Tenant = organization.TenantId;
            await ChangeAsync(db, store => store.ReleaseAsync(organization.Id, time.GetUtcNow(), cancellationToken), cancellationToken);
        }
    }

    private async Task CollectOfUsersAsync(ModuleXDbContext db, CancellationToken cancellationToken)
    {
        var inactive = await db.Users.AcrossTenants().Where(user => !user.IsActive)
            .Select(user => new { user.Id, user.TenantId }).ToListAsync(cancellationToken);
        foreach (var users in inactive.Chunk(UsersAtOnce))
        {
            var byOwner = users.ToDictionary(user => OwnerId.User(user.Id.Value).Value);
            var owners = byOwner.Keys.ToList();
            var held = await db.ToolSessions.AcrossTenants().Where(row => owners.Contains(row.Owner))
                .Select(row => row.Owner).Distinct().ToListAsync(cancellationToken);
            foreach (var owner in held)
            {
                db.Tenant = byOwner[owner].TenantId;
                await ChangeAsync(db, store => store.ReleaseAsync(byOwner[owner].Id, time.GetUtcNow(), cancellationToken), cancellationToken);
            }
        }
    }

    private static async Task ChangeAsync(ModuleXDbContext db, Func<IToolSessionStore, Task> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await change(new ToolSessionStore(db));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
