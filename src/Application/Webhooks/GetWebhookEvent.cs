using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>One webhook of the caller's tenant. NotFound: there is none, or the caller is no admin of the tenant.</summary>
public sealed record GetWebhookEventQuery(Caller Caller, Guid Event) : IQuery<WebhookEventView>;

internal sealed class GetWebhookEventHandler(IServiceDirectory services) : IQueryHandler<GetWebhookEventQuery, WebhookEventView>
{
    public async Task<Result<WebhookEventView>> Handle(GetWebhookEventQuery query, CancellationToken cancellationToken) =>
        query.Caller.IsSystemAdmin && await services.FindEventAsync(query.Caller.Tenant, query.Event, cancellationToken) is { } happened
            ? happened
            : WebhookErrors.EventUnknown;
}
