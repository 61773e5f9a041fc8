using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.OutgoingWebhooks;

/// <summary>Leases: who sends which delivery, as the database has it. A node that dies says nothing; its leases end.</summary>
internal sealed class DeliveryQueue(
    IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, IOptions<OutgoingWebhookOptions> options, TimeProvider time)
{
    /// <summary>The endpoints that something is due for, the longest waiting first; those of tenants that are switched off wait.</summary>
    public async Task<IReadOnlyList<OutgoingWebhookId>> FindDueAsync(
        IReadOnlyCollection<OutgoingWebhookId> except, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.OutgoingDeliveries.AcrossTenants()
            .Where(delivery => delivery.DueAt <= now && !except.Contains(delivery.WebhookId)
                && db.Tenants.Any(tenant => tenant.Id == delivery.TenantId && tenant.DeactivatedAt == null))
            .GroupBy(delivery => delivery.WebhookId)
            .OrderBy(due => due.Min(delivery => delivery.DueAt)).Select(due => due.Key).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Takes up what is due for an endpoint. Null where there is nothing, or the endpoint is disabled: then it is given up.</summary>
    public async Task<ClaimedDeliveries?> ClaimAsync(OutgoingWebhookId id, CancellationToken cancellationToken)
    {
        var (now, claim) = (time.GetUtcNow(), Guid.NewGuid());
        var until = now + options.Value.Lease;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.OutgoingWebhooks.AcrossTenants().SingleOrDefaultAsync(webhook => webhook.Id == id, cancellationToken) is not { } endpoint) return null;
        db.Tenant = endpoint.TenantId;
        var due = db.OutgoingDeliveries.Where(delivery => delivery.WebhookId == id && delivery.DueAt <= now);
        if (!endpoint.IsEnabled)
        {
            // Handed out while it was being disabled.
            await due.GiveUpAsync(GivenUp.Disabled, now, cancellationToken);
            return null;
        }
        var ids = await due.OrderBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Id).Select(delivery => delivery.Id)
            .Take(options.Value.RequestsPerEndpoint).ToListAsync(cancellationToken);
        // Still due: what another node took meanwhile is not.
        if (ids.Count == 0 || await due.Where(delivery => ids.Contains(delivery.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.DueAt, until).SetProperty(one => one.Claim, claim), cancellationToken) == 0) return null;
        var claimed = await (
            from delivery in db.OutgoingDeliveries
            join happened in db.OutgoingEvents on delivery.EventId equals happened.Id
            where ids.Contains(delivery.Id) && delivery.Claim == claim
            select new ClaimedDelivery(delivery, happened)).ToListAsync(cancellationToken);
        return new ClaimedDeliveries(endpoint, claim, claimed);
    }

    /// <summary>
    /// Stores what came of attempts, but for deliveries that another node has taken up meanwhile, or that were given up or sent again on demand.
    /// </summary>
    /// <returns>Since when the endpoint has only failed; null where it has not.</returns>
    public async Task<DateTimeOffset?> StoreAsync(ClaimedDeliveries claimed, IReadOnlyList<DeliveryAttempt> attempts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ofDeliveries = attempts.ToDictionary(attempt => attempt.DeliveryId);
        using var turn = await provider.TakeTurnAsync(cancellationToken);
        await using var db = await contexts.OpenAsync(claimed.Endpoint.TenantId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var held = db.OutgoingDeliveries.Where(delivery => ofDeliveries.Keys.Contains(delivery.Id) && delivery.Claim == claimed.Claim);
        // Locks the rows: another node takes them up before this transaction, or waits for its end.
        await held.ExecuteUpdateAsync(row => row.SetProperty(one => one.DueAt, now), cancellationToken);
        foreach (var delivery in await held.AsTracking().ToListAsync(cancellationToken))
        {
            var attempt = ofDeliveries[delivery.Id];
            delivery.Apply(attempt, options.Value.DelayAfter(delivery.Failures + 1, Random.Shared.NextDouble()), now);
            db.DeliveryAttempts.Add(attempt);
        }
        await db.SaveChangesAsync(cancellationToken);
        var failingSince = await MarkAsync(db, claimed.Endpoint, attempts.Any(attempt => attempt.IsDelivered), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return failingSince;
    }

    private static async Task<DateTimeOffset?> MarkAsync(
        ModuleXDbContext db, OutgoingWebhook endpoint, bool isWell, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = db.OutgoingWebhooks.Where(webhook => webhook.Id == endpoint.Id);
        if (isWell)
        {
            if (endpoint.FailingSince is not null)
                await row.ExecuteUpdateAsync(one => one.SetProperty(webhook => webhook.FailingSince, (DateTimeOffset?)null), cancellationToken);
            return null;
        }
        if (endpoint.FailingSince is { } since) return since;
        await row.Where(webhook => webhook.FailingSince == null)
            .ExecuteUpdateAsync(one => one.SetProperty(webhook => webhook.FailingSince, now), cancellationToken);
        return now;
    }
}

/// <summary>Deliveries to one endpoint that this node has taken up.</summary>
internal sealed record ClaimedDeliveries(OutgoingWebhook Endpoint, Guid Claim, IReadOnlyList<ClaimedDelivery> Deliveries);

internal sealed record ClaimedDelivery(OutgoingDelivery Delivery, OutgoingEvent Happened);
