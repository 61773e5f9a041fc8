using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>The endpoints of a unit of work's tenant, and what they are sent. What is found may be changed; the commit writes it.</summary>
public interface IOutgoingWebhookStore
{
    Task<OutgoingWebhook?> FindAsync(OrganizationId organization, OutgoingWebhookId id, CancellationToken cancellationToken);

    /// <summary>How many the organization has.</summary>
    Task<int> CountAsync(OrganizationId organization, CancellationToken cancellationToken);

    void Add(OutgoingWebhook webhook);

    /// <summary>Takes an endpoint away with its deliveries.</summary>
    void Remove(OutgoingWebhook webhook);

    /// <summary>Takes all endpoints of an organization away, and what was to be sent to them.</summary>
    Task RemoveAllAsync(OrganizationId organization, CancellationToken cancellationToken);

    void Add(OutgoingEvent happened);

    void Add(OutgoingDelivery delivery);

    Task<OutgoingDelivery?> FindDeliveryAsync(OutgoingWebhookId webhook, Guid id, CancellationToken cancellationToken);

    /// <summary>Gives up everything that is on its way to the endpoint.</summary>
    Task GiveUpAsync(OutgoingWebhookId webhook, string reason, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Has everything sent again that was given up of what happened since a time.</summary>
    /// <returns>How many deliveries.</returns>
    Task<int> ResendFailedAsync(OutgoingWebhookId webhook, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Says that there is something to send. It is seen without that, too, a little later.</summary>
public interface IOutgoingWork
{
    void IsDue();
}
