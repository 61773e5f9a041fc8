using Ardalis.Specification;
using ModuleX.Application.Paging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>The endpoints of an organization, newest first.</summary>
internal sealed class OutgoingWebhooksSpec : Specification<OutgoingWebhook>
{
    public OutgoingWebhooksSpec(OrganizationId organization, CursorRequest page)
    {
        Query.Where(webhook => webhook.OrganizationId == organization);
        if (page.After is var (at, id))
        {
            var last = new OutgoingWebhookId(id);
            Query.Where(webhook => webhook.CreatedAt < at || (webhook.CreatedAt == at && webhook.Id.CompareTo(last) < 0));
        }
        Query.OrderByDescending(webhook => webhook.CreatedAt).ThenByDescending(webhook => webhook.Id).Take(page.Read);
    }
}

internal sealed class OutgoingWebhookSpec : Specification<OutgoingWebhook>
{
    public OutgoingWebhookSpec(OrganizationId organization, OutgoingWebhookId id) =>
        Query.Where(webhook => webhook.Id == id && webhook.OrganizationId == organization);
}

/// <summary>The deliveries of an endpoint, newest first.</summary>
internal sealed class DeliveriesSpec : Specification<OutgoingDelivery>
{
    public DeliveriesSpec(OutgoingWebhookId webhook, string? state, string? eventType, CursorRequest page)
    {
        Query.Where(delivery => delivery.WebhookId == webhook);
        if (state is not null) Query.Where(delivery => delivery.State == state);
        if (eventType is not null) Query.Where(delivery => delivery.EventType == eventType);
        if (page.After is var (at, id))
            Query.Where(delivery => delivery.CreatedAt < at || (delivery.CreatedAt == at && delivery.Id.CompareTo(id) < 0));
        Query.OrderByDescending(delivery => delivery.CreatedAt).ThenByDescending(delivery => delivery.Id).Take(page.Read);
    }
}

internal sealed class DeliverySpec : Specification<OutgoingDelivery>
{
    public DeliverySpec(OutgoingWebhookId webhook, Guid id) => Query.Where(delivery => delivery.Id == id && delivery.WebhookId == webhook);
}

internal sealed class OutgoingEventSpec : Specification<OutgoingEvent>
{
    public OutgoingEventSpec(Guid id) => Query.Where(happened => happened.Id == id);
}

internal sealed class DeliveryAttemptsSpec : Specification<DeliveryAttempt>
{
    public DeliveryAttemptsSpec(Guid delivery) => Query.Where(attempt => attempt.DeliveryId == delivery).OrderBy(attempt => attempt.Number);
}
