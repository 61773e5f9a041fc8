using Microsoft.EntityFrameworkCore;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.OutgoingWebhooks;

internal sealed class OutgoingWebhookStore(ModuleXDbContext db) : IOutgoingWebhookStore
{
    public Task<OutgoingWebhook?> FindAsync(OrganizationId organization, OutgoingWebhookId id, CancellationToken cancellationToken) =>
        db.OutgoingWebhooks.AsTracking().SingleOrDefaultAsync(webhook => webhook.Id == id && webhook.OrganizationId == organization, cancellationToken);

    public Task<int> CountAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        db.OutgoingWebhooks.CountAsync(webhook => webhook.OrganizationId == organization, cancellationToken);

    public void Add(OutgoingWebhook webhook) => db.OutgoingWebhooks.Add(webhook);

    public void Remove(OutgoingWebhook webhook) => db.OutgoingWebhooks.Remove(webhook);

    public async Task RemoveAllAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        await db.OutgoingWebhooks.Where(webhook => webhook.OrganizationId == organization).ExecuteDeleteAsync(cancellationToken);
        await db.OutgoingEvents.Where(happened => happened.OrganizationId == organization).ExecuteDeleteAsync(cancellationToken);
    }

    public void Add(OutgoingEvent happened) => db.OutgoingEvents.Add(happened);

    public void Add(OutgoingDelivery delivery) => db.OutgoingDeliveries.Add(delivery);

    public Task<OutgoingDelivery?> FindDeliveryAsync(OutgoingWebhookId webhook, Guid id, CancellationToken cancellationToken) =>
        db.OutgoingDeliveries.AsTracking().SingleOrDefaultAsync(delivery => delivery.Id == id && delivery.WebhookId == webhook, cancellationToken);

    public Task GiveUpAsync(OutgoingWebhookId webhook, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OutgoingDeliveries.Where(delivery => delivery.WebhookId == webhook).GiveUpAsync(reason, now, cancellationToken);

    public Task<int> ResendFailedAsync(OutgoingWebhookId webhook, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OutgoingDeliveries
            .Where(delivery => delivery.WebhookId == webhook && delivery.State == DeliveryStates.Failed && delivery.CreatedAt >= since)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(delivery => delivery.State, DeliveryStates.Pending)
                    .SetProperty(delivery => delivery.Failures, 0)
                    .SetProperty(delivery => delivery.Reason, (string?)null)
                    .SetProperty(delivery => delivery.EndedAt, (DateTimeOffset?)null)
                    .SetProperty(delivery => delivery.DueAt, now),
                cancellationToken);
}

/// <summary>Ending deliveries without an attempt.</summary>
internal static class GivenUpDeliveries
{
    /// <summary>Those that wait or are being sent; what a node has sent meanwhile no longer counts.</summary>
    public static Task GiveUpAsync(this IQueryable<OutgoingDelivery> deliveries, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        deliveries.Where(delivery => delivery.State == DeliveryStates.Pending).ExecuteUpdateAsync(
            row => row
                .SetProperty(delivery => delivery.State, DeliveryStates.Failed)
                .SetProperty(delivery => delivery.Reason, reason)
                .SetProperty(delivery => delivery.EndedAt, now)
                .SetProperty(delivery => delivery.DueAt, (DateTimeOffset?)null)
                .SetProperty(delivery => delivery.Claim, (Guid?)null),
            cancellationToken);
}
