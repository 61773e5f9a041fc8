using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Webhooks;

/// <summary>The webhooks of the caller's tenant for its admins, newest first; none for everybody else, as payloads are about other people.</summary>
public sealed record ListWebhookEventsQuery(Caller Caller, WebhookEventFilter Filter, PageRequest Page) : IQuery<Page<WebhookEventView>>;

internal sealed class ListWebhookEventsHandler(IServiceDirectory services) : IQueryHandler<ListWebhookEventsQuery, Page<WebhookEventView>>
{
    public async Task<Result<Page<WebhookEventView>>> Handle(ListWebhookEventsQuery query, CancellationToken cancellationToken) =>
        query.Caller.IsSystemAdmin
            ? await services.ListEventsAsync(query.Caller.Tenant, query.Filter, query.Page, cancellationToken)
            : new Page<WebhookEventView>([], 0, query.Page);
}
