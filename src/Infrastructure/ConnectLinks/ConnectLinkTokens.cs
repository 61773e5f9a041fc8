using Microsoft.EntityFrameworkCore;
using ModuleX.Application.ConnectLinks;
using ModuleX.Application.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.ConnectLinks;

internal sealed class ConnectLinkTokens(IDbContextFactory<ModuleXDbContext> contexts, IRevocationQueue revocations, TimeProvider time) : IConnectLinkTokens
{
    /// <summary>How long an ended link is told from an unknown one.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private const int AtOnce = 100;

    public async Task<FoundConnectLink?> FindAsync(string tokenHash, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.ConnectLinks.AcrossTenants().Where(link => link.TokenHash == tokenHash)
            .Join(db.Tenants.Where(tenant => tenant.DeactivatedAt == null), link => link.TenantId, tenant => tenant.Id,
                (link, tenant) => new { link, tenant.Domain })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new FoundConnectLink(found.link, found.Domain);
    }

    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var oldest = now - Kept;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var held = await db.ConnectLinks.AcrossTenants().Where(link => link.Held != null && link.ExpiresAt <= now).OrderBy(link => link.ExpiresAt)
            .Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var link in held)
        {
            // Wiped first: of two nodes that see the same row, one queues it.
            var mine = await db.ConnectLinks.AcrossTenants().Where(row => row.Id == link.Id && row.Version == link.Version)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Held, (Domain.ToolSessions.StoredCredential?)null)
                    .SetProperty(one => one.Version, link.Version + 1), cancellationToken);
            if (mine == 1) await revocations.AddAsync(link.SessionFor(link.Tool!), link.Held!, CancellationToken.None);
        }
        await db.ConnectLinks.AcrossTenants().Where(link => link.Held == null && link.ExpiresAt <= oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
