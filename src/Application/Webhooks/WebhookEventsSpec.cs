using Ardalis.Specification;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>Webhooks, newest first.</summary>
internal sealed class WebhookEventsSpec : Specification<WebhookEvent>
{
    /// <param name="status">Null for any, as the others.</param>
    public WebhookEventsSpec(ServiceId? service, string? status, string? type)
    {
        if (service is { } one) Query.Where(happened => happened.ServiceId == one);
        if (status is not null) Query.Where(happened => happened.Status == status);
        if (type is not null) Query.Where(happened => happened.EventType == type);
        Query.OrderByDescending(happened => happened.CreatedAt).ThenByDescending(happened => happened.Id);
    }
}

internal sealed class WebhookEventByIdSpec : Specification<WebhookEvent>
{
    public WebhookEventByIdSpec(Guid id) => Query.Where(happened => happened.Id == id);
}
