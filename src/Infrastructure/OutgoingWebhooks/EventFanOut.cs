using Microsoft.EntityFrameworkCore;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.OutgoingWebhooks;

/// <summary>Makes a delivery of each event for each endpoint that wants it, in one transaction: a node that dies over it has done nothing.</summary>
internal sealed class EventFanOut(IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, TimeProvider time)
{
    private const int BatchSize = 200;

    /// <summary>Hands the oldest events out. Gives how many there were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = db.OutgoingEvents.AcrossTenants().Where(happened => happened.IsWaiting);
        var ids = await waiting.OrderBy(happened => happened.OccurredAt).Select(happened => happened.Id).Take(BatchSize).ToListAsync(cancellationToken);
        if (ids.Count == 0) return 0;
        var claim = Guid.NewGuid();
        using var turn = await provider.TakeTurnAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Still waiting: another node that is here at the same time waits for this row, and then finds it taken.
        await waiting.Where(happened => ids.Contains(happened.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.IsWaiting, false).SetProperty(one => one.Claim, claim), cancellationToken);
        var taken = await db.OutgoingEvents.AcrossTenants().Where(happened => ids.Contains(happened.Id) && happened.Claim == claim)
            .OrderBy(happened => happened.OccurredAt).ToListAsync(cancellationToken);
        await AddDeliveriesAsync(db, taken, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ids.Count;
    }

    private async Task AddDeliveriesAsync(ModuleXDbContext db, List<OutgoingEvent> taken, CancellationToken cancellationToken)
    {
        var organizations = taken.Select(happened => happened.OrganizationId).Distinct().ToList();
        var webhooks = (await db.OutgoingWebhooks.AcrossTenants()
            .Where(webhook => webhook.IsEnabled && organizations.Contains(webhook.OrganizationId)).ToListAsync(cancellationToken))
            .ToLookup(webhook => webhook.OrganizationId);
        var (now, unwanted) = (time.GetUtcNow(), new List<Guid>());
        foreach (var happened in taken)
        {
            var wanting = webhooks[happened.OrganizationId].Where(webhook => webhook.Wants(happened.Type)).ToList();
            if (wanting.Count == 0) unwanted.Add(happened.Id);
            db.OutgoingDeliveries.AddRange(wanting.Select(webhook => OutgoingDelivery.Of(Guid.CreateVersion7(now), happened, webhook.Id, now)));
        }
        if (unwanted.Count > 0)
            await db.OutgoingEvents.AcrossTenants().Where(happened => unwanted.Contains(happened.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
