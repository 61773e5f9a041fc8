using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>One webhook of the caller's tenant. NotFound: there is none, or the caller is no admin of the tenant.</summary>
public sealed record GetWebhookEventQuery(Caller Caller, Guid Event) : IQuery<WebhookEventView>;

/// <summary>The webhooks of the caller's tenant for its admins, newest first; none for others: payloads are about other people.</summary>
public sealed record ListWebhookEventsQuery(Caller Caller, WebhookEventFilter Filter, PageRequest Page) : IQuery<Page<WebhookEventView>>;

/// <summary>Which webhooks; null for any.</summary>
/// <param name="Service">The name, in any case.</param>
public sealed record WebhookEventFilter(string? Status, string? Service, string? EventType);

internal sealed class GetWebhookEventHandler(WebhookEvents events) : IQueryHandler<GetWebhookEventQuery, WebhookEventView>
{
    public async Task<Result<WebhookEventView>> Handle(GetWebhookEventQuery query, CancellationToken cancellationToken) =>
        query.Caller.IsSystemAdmin && await events.FindAsync(query.Caller.Tenant, query.Event, cancellationToken) is { } happened
            ? happened
            : WebhookErrors.EventUnknown;
}

internal sealed class ListWebhookEventsHandler(WebhookEvents events, IReader<Service> services)
    : IQueryHandler<ListWebhookEventsQuery, Page<WebhookEventView>>
{
    public async Task<Result<Page<WebhookEventView>>> Handle(ListWebhookEventsQuery query, CancellationToken cancellationToken)
    {
        var (tenant, filter) = (query.Caller.Tenant, query.Filter);
        var service = filter.Service is null || !query.Caller.IsSystemAdmin ? null
            : await services.FindAsync(tenant, new ServiceByNameSpec(filter.Service), cancellationToken);
        if (!query.Caller.IsSystemAdmin || (filter.Service is not null && service is null)) return new Page<WebhookEventView>([], 0, query.Page);
        return await events.PageAsync(tenant, new WebhookEventsSpec(service?.Id, filter.Status, filter.EventType), query.Page, cancellationToken);
    }
}
