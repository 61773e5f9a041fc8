using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>Leases: who works on which webhook, as the database has it. A node that dies says nothing; its leases end.</summary>
internal sealed class WebhookQueue(IDbContextFactory<ModuleXDbContext> contexts, IOptions<WebhookOptions> options, TimeProvider time)
{
    /// <summary>Takes up what is due, the longest waiting first: new ones, those whose wait is over, and those that another node has let go.</summary>
    public async Task<IReadOnlyList<WebhookEvent>> ClaimAsync(CancellationToken cancellationToken)
    {
        var (now, claim) = (time.GetUtcNow(), Guid.NewGuid());
        var until = now + options.Value.Lease;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = db.WebhookEvents.AcrossTenants().Where(row => row.DueAt <= now);
        var ids = await due.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Select(row => row.Id).Take(options.Value.BatchSize).ToListAsync(cancellationToken);
        if (ids.Count == 0) return [];
        // Still due: what another node took meanwhile is not.
        await due.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            row => row
                .SetProperty(one => one.Status, WebhookStatuses.Processing)
                .SetProperty(one => one.DueAt, until)
                .SetProperty(one => one.Claim, claim),
            cancellationToken);
        return await db.WebhookEvents.AcrossTenants().Where(row => ids.Contains(row.Id) && row.Claim == claim).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// The claimed ones that are still claimed, tracked, and held by the transaction of the context: no other node takes them up before it ends.
    /// </summary>
    public async Task<IReadOnlyList<WebhookEvent>> HoldAsync(
        ModuleXDbContext db, IReadOnlyCollection<WebhookEvent> claimed, CancellationToken cancellationToken)
    {
        var (ids, claim, until) = (claimed.Select(one => one.Id).ToList(), claimed.First().Claim, time.GetUtcNow() + options.Value.Lease);
        var held = db.WebhookEvents.Where(row => ids.Contains(row.Id) && row.Claim == claim);
        await held.ExecuteUpdateAsync(row => row.SetProperty(one => one.DueAt, until), cancellationToken);
        return await held.AsTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
    }
}
