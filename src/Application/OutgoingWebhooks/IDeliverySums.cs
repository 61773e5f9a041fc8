using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>Counts deliveries.</summary>
public interface IDeliverySums
{
    /// <summary>How many deliveries of an endpoint there are in each state, of those that are kept.</summary>
    Task<DeliverySums> CountAsync(TenantId tenant, OutgoingWebhookId webhook, CancellationToken cancellationToken);
}

/// <summary>Deliveries of an endpoint, by state.</summary>
public sealed record DeliverySums(int Pending, int Delivered, int Failed);
