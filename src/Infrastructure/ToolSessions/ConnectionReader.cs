using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Paging;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.ToolSessions;

internal sealed class ConnectionReader(IDbContextFactory<ModuleXDbContext> contexts, TimeProvider time) : IConnectionReader
{
    public async Task<StoredConnection?> FindAsync(TenantId tenant, Guid connection, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.ToolSessions.SingleOrDefaultAsync(row => row.ConnectionId == connection, cancellationToken) is { } row ? Of(row) : null;
    }

    public async Task<CursorPage<StoredConnection>> ListAsync(
        TenantId tenant, ConnectionFilter filter, CursorRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var now = time.GetUtcNow();
        var rows = Of(db.ToolSessions.Where(row => row.ConnectionId != null && row.CreatedAt != null), filter);
        if (filter.Tool is { } tool) rows = rows.Where(row => row.Tool == tool);
        if (page.After is var (at, id)) rows = rows.Where(row => row.CreatedAt < at || (row.CreatedAt == at && row.ConnectionId!.Value.CompareTo(id) < 0));
        var read = await rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.ConnectionId).Take(page.Read).ToListAsync(cancellationToken);
        var found = CursorPage<ToolSessionRow>.Of(read, page, row => new Cursor(row.CreatedAt!.Value, row.ConnectionId!.Value));
        return new([.. found.Items.Select(Of).Where(one => one.Session.StateAt(now, TimeSpan.Zero) != ConnectionState.Disconnected)], found.Next);
    }

    private static IQueryable<ToolSessionRow> Of(IQueryable<ToolSessionRow> rows, ConnectionFilter filter)
    {
        if (filter.AllOf is not { } organization)
        {
            var owners = filter.Owners.Select(owner => owner.Value).ToList();
            return rows.Where(row => owners.Contains(row.Owner));
        }
        var (prefix, shared) = (OwnerId.PrefixOf(organization), OwnerId.Organization(organization).Value);
        return rows.Where(row => row.Owner.StartsWith(prefix) || row.Owner == shared);
    }

    private static StoredConnection Of(ToolSessionRow row) => new(row.ToSnapshot(), row.LastUsedAt, row.CheckedAt);
}
