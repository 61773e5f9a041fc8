using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Audit;
using ModuleX.Application.Paging;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Audit;

internal sealed class AuditTrail(IDbContextFactory<ModuleXDbContext> contexts) : IAuditTrail
{
    /// <summary>How many entries are in memory at once for an export.</summary>
    private const int Batch = 500;

    public async Task<Page<AuditView>> ListAsync(TenantId tenant, AuditFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return (await NewestFirst(Matching(db.AuditEntries, filter)).ToPageAsync(page, cancellationToken)).Select(ViewOf);
    }

    public async IAsyncEnumerable<AuditView> ReadAsync(TenantId tenant, AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AuditEntry? last = null;
        while (true)
        {
            var entries = await ReadBatchAsync(tenant, filter, last, cancellationToken);
            foreach (var entry in entries) yield return ViewOf(entry);
            if (entries.Count < Batch) yield break;
            last = entries[^1];
        }
    }

    public Task<IReadOnlyList<AuditCount>> CountByActionAsync(TenantId tenant, AuditFilter filter, CancellationToken cancellationToken) =>
        CountAsync(tenant, filter, entry => new NamedStatus { Name = entry.Action, Status = entry.Status }, cancellationToken);

    public Task<IReadOnlyList<AuditCount>> CountByResourceAsync(TenantId tenant, AuditFilter filter, CancellationToken cancellationToken) =>
        CountAsync(tenant, filter, entry => new NamedStatus { Name = entry.Resource, Status = entry.Status }, cancellationToken);

    public async Task<int> CountUsersAsync(TenantId tenant, AuditFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await Matching(db.AuditEntries, filter).Where(entry => entry.UserId != null).Select(entry => entry.UserId).Distinct()
            .CountAsync(cancellationToken);
    }

    /// <summary>By key, not by number: what is recorded meanwhile moves nothing, and the thousandth batch costs as much as the first.</summary>
    private async Task<List<AuditEntry>> ReadBatchAsync(TenantId tenant, AuditFilter filter, AuditEntry? last, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var entries = Matching(db.AuditEntries, filter);
        if (last is not null)
        {
            var (time, id) = (last.CreatedAt, last.Id);
            // The first condition says nothing new, but an index can begin there.
            entries = entries.Where(entry => entry.CreatedAt <= time && (entry.CreatedAt < time || entry.Id.CompareTo(id) < 0));
        }
        return await NewestFirst(entries).Take(Batch).ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<AuditCount>> CountAsync(
        TenantId tenant, AuditFilter filter, Expression<Func<AuditEntry, NamedStatus>> key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await Matching(db.AuditEntries, filter).GroupBy(key)
            .Select(group => new AuditCount(group.Key.Name, group.Key.Status, group.Count()))
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<AuditEntry> Matching(IQueryable<AuditEntry> entries, AuditFilter filter)
    {
        if (filter.Organization is { } organization) entries = entries.Where(entry => entry.OrganizationId == organization);
        if (filter.User is { } user) entries = entries.Where(entry => entry.UserId == user);
        if (filter.Action is { } action) entries = entries.Where(entry => entry.Action == action);
        if (filter.Actions is { } actions) entries = entries.Where(entry => actions.Contains(entry.Action));
        if (filter.Resource is { } resource) entries = entries.Where(entry => entry.Resource == resource);
        if (filter.Status is { } status) entries = entries.Where(entry => entry.Status == status);
        if (filter.Since is { } since) entries = entries.Where(entry => entry.CreatedAt >= since);
        return filter.Until is { } until ? entries.Where(entry => entry.CreatedAt < until) : entries;
    }

    private static IQueryable<AuditEntry> NewestFirst(IQueryable<AuditEntry> entries) =>
        entries.OrderByDescending(entry => entry.CreatedAt).ThenByDescending(entry => entry.Id);

    private static AuditView ViewOf(AuditEntry entry) => new(
        entry.Id, entry.UserId, entry.OrganizationId, entry.Action, entry.Resource, entry.ResourceId, entry.IpAddress, entry.UserAgent,
        entry.Details, entry.Status, entry.CreatedAt);

    private sealed record NamedStatus
    {
        public required string Name { get; init; }

        public required string Status { get; init; }
    }
}
