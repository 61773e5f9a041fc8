using Microsoft.EntityFrameworkCore;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.OutgoingWebhooks;

internal sealed class StoredDeliverySums(IDbContextFactory<ModuleXDbContext> contexts) : IDeliverySums
{
    public async Task<DeliverySums> CountAsync(TenantId tenant, OutgoingWebhookId webhook, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var counts = await db.OutgoingDeliveries.Where(delivery => delivery.WebhookId == webhook).GroupBy(delivery => delivery.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new DeliverySums(
            counts.GetValueOrDefault(DeliveryStates.Pending), counts.GetValueOrDefault(DeliveryStates.Delivered),
            counts.GetValueOrDefault(DeliveryStates.Failed));
    }
}
