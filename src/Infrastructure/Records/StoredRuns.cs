using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Paging;
using ModuleX.Application.Records;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

internal sealed class StoredRuns(IDbContextFactory<ModuleXDbContext> contexts) : IStoredRuns
{
    public async Task<CursorPage<RunRecordView>> ListAsync(
        TenantId tenant, OrganizationId organization, string? owner, RunFilter filter, CursorRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var rows = Of(db, organization);
        if (owner is not null) rows = rows.Where(row => row.UserId == owner);
        if (filter.Tool is { } tool) rows = rows.Where(row => row.ToolName == tool);
        if (filter.Action is { } action) rows = rows.Where(row => row.ActionName == action);
        if (filter.Connection is { } connection) rows = rows.Where(row => row.ConnectionId == connection);
        if (filter.Success is { } success) rows = rows.Where(row => row.Success == success);
        if (filter.Since is { } since) rows = rows.Where(row => row.At >= since);
        if (filter.Until is { } until) rows = rows.Where(row => row.At < until);
        if (page.After is var (at, id)) rows = rows.Where(row => row.At < at || (row.At == at && row.RunId!.Value.CompareTo(id) < 0));
        var read = await rows.OrderByDescending(row => row.At).ThenByDescending(row => row.RunId).Take(page.Read).ToListAsync(cancellationToken);
        return CursorPage<RecordEntry>.Of(read, page, row => new Cursor(row.At, row.RunId!.Value)).Select(ViewOf);
    }

    public async Task<RunRecordView?> FindAsync(TenantId tenant, OrganizationId organization, Guid run, CancellationToken cancellationToken)
    {
        if (run.Version != 7) return null;
        // The id begins with the milliseconds at which the run began (RFC 9562, section 5.7): the index of times finds it, and runs need no other.
        var milliseconds = (long)(BinaryPrimitives.ReadUInt64BigEndian(run.ToByteArray(bigEndian: true)) >> 16);
        if (milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()) return null;
        var at = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        var after = at.AddMilliseconds(1);
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await Of(db, organization).SingleOrDefaultAsync(row => row.At >= at && row.At <= after && row.RunId == run, cancellationToken)
            is { } row ? ViewOf(row) : null;
    }

    /// <summary>Records of a version that gave runs no ids are not among them.</summary>
    private static IQueryable<RecordEntry> Of(ModuleXDbContext db, OrganizationId organization) =>
        db.Records.AsNoTracking().Where(row => row.OrganizationId == organization && row.Kind == RecordKind.Business && row.RunId != null);

    private static RunRecordView ViewOf(RecordEntry row) => new(
        row.RunId!.Value, row.ToolName, row.ActionName, row.UserId, row.ConnectionId, row.Success ? null : row.Code, row.Success ? null : row.Message, row.At,
        TimeSpan.FromMicroseconds(row.DurationMicroseconds ?? 0));
}
