using Microsoft.EntityFrameworkCore;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.ToolSessions;

/// <remarks>Everything is written past the version: sessions in memory know nothing of it.</remarks>
internal sealed class ConnectionChecks(IDbContextFactory<ModuleXDbContext> contexts, TimeProvider time) : IConnectionChecks
{
    public async Task CheckedAsync(ToolSessionId session, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(session.Tenant, cancellationToken);
        var now = time.GetUtcNow();
        await db.ToolSessions.WithId(session).ExecuteUpdateAsync(row => row.SetProperty(one => one.CheckedAt, now), cancellationToken);
    }

    public async Task<IReadOnlyList<DueConnection>> FindDueAsync(DateTimeOffset usedSince, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Healthy(db)
            .Where(row => row.LastUsedAt >= usedSince || (row.CheckDueAt == null && row.Label == null && row.ConnectedAt >= usedSince))
            .Where(row => row.CheckDueAt == null || row.CheckDueAt <= now)
            .OrderBy(row => row.CheckDueAt).Take(most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new DueConnection(row.ToSnapshot(), row.CheckDueAt))];
    }

    public async Task<IReadOnlyList<DueConnection>> FindEndingAsync(
        DateTimeOffset usedSince, DateTimeOffset endsBefore, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Healthy(db)
            .Where(row => row.LastUsedAt >= usedSince)
            .Where(row => row.CredentialIsRefreshable == true && row.CredentialExpiresAt <= endsBefore && (row.RefreshDueAt == null || row.RefreshDueAt <= now))
            .OrderBy(row => row.CredentialExpiresAt).Take(most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new DueConnection(row.ToSnapshot(), row.RefreshDueAt))];
    }

    public async Task<bool> ClaimCheckAsync(DueConnection due, DateTimeOffset next, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(due.Session.Id.Tenant, cancellationToken);
        // Of two nodes that see the same row, one moves it on.
        return await db.ToolSessions.WithId(due.Session.Id).Where(row => row.CheckDueAt == due.DueAt)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.CheckDueAt, next), cancellationToken) == 1;
    }

    public async Task<bool> ClaimRefreshAsync(DueConnection ending, DateTimeOffset next, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(ending.Session.Id.Tenant, cancellationToken);
        return await db.ToolSessions.WithId(ending.Session.Id).Where(row => row.RefreshDueAt == ending.DueAt)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.RefreshDueAt, next), cancellationToken) == 1;
    }

    private static IQueryable<ToolSessionRow> Healthy(ModuleXDbContext db)
    {
        var active = db.Tenants.Where(tenant => tenant.DeactivatedAt == null).Select(tenant => tenant.Id);
        return db.ToolSessions.AcrossTenants().AsNoTracking().Where(row =>
            row.IsActive && !row.NeedsReconnect && row.CredentialId != null && active.Contains(row.TenantId));
    }
}
