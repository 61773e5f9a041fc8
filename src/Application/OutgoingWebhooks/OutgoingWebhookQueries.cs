using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>The endpoints of an organization, newest first.</summary>
public sealed record ListOutgoingWebhooksQuery(TenantId Tenant, OrganizationId Organization, CursorRequest Page) : IQuery<CursorPage<OutgoingWebhookView>>;

/// <summary>One endpoint, and how its deliveries stand. NotFound: unknown, or another organization's.</summary>
public sealed record GetOutgoingWebhookQuery(TenantId Tenant, OrganizationId Organization, OutgoingWebhookId Webhook) : IQuery<CountedWebhookView>;

/// <summary>The deliveries of an endpoint, newest first. NotFound: there is no such endpoint.</summary>
/// <param name="State">Of <see cref="DeliveryStates"/>; null for all.</param>
/// <param name="EventType">Of <see cref="OutgoingEventTypes"/>; null for all.</param>
public sealed record ListDeliveriesQuery(
    TenantId Tenant, OrganizationId Organization, OutgoingWebhookId Webhook, string? State, string? EventType, CursorRequest Page)
    : IQuery<CursorPage<DeliveryView>>;

/// <summary>One delivery with what is sent and every attempt. NotFound: there is none.</summary>
public sealed record GetDeliveryQuery(TenantId Tenant, OrganizationId Organization, OutgoingWebhookId Webhook, Guid Delivery) : IQuery<DeliveryDetailsView>;

internal sealed class ListOutgoingWebhooksHandler(IReader<OutgoingWebhook> webhooks)
    : IQueryHandler<ListOutgoingWebhooksQuery, CursorPage<OutgoingWebhookView>>
{
    public async Task<Result<CursorPage<OutgoingWebhookView>>> Handle(ListOutgoingWebhooksQuery query, CancellationToken cancellationToken)
    {
        var read = await webhooks.ListAsync<OutgoingWebhookView>(query.Tenant, new OutgoingWebhooksSpec(query.Organization, query.Page), cancellationToken);
        return CursorPage<OutgoingWebhookView>.Of(read, query.Page, webhook => new Cursor(webhook.CreatedAt, webhook.Id.Value));
    }
}

internal sealed class GetOutgoingWebhookHandler(IReader<OutgoingWebhook> webhooks, IDeliverySums sums)
    : IQueryHandler<GetOutgoingWebhookQuery, CountedWebhookView>
{
    public async Task<Result<CountedWebhookView>> Handle(GetOutgoingWebhookQuery query, CancellationToken cancellationToken)
    {
        var spec = new OutgoingWebhookSpec(query.Organization, query.Webhook);
        if (await webhooks.FindAsync<OutgoingWebhookView>(query.Tenant, spec, cancellationToken) is not { } webhook) return OutgoingWebhookErrors.Unknown;
        return new CountedWebhookView(webhook, await sums.CountAsync(query.Tenant, webhook.Id, cancellationToken));
    }
}

internal sealed class ListDeliveriesHandler(IReader<OutgoingWebhook> webhooks, IReader<OutgoingDelivery> deliveries)
    : IQueryHandler<ListDeliveriesQuery, CursorPage<DeliveryView>>
{
    public async Task<Result<CursorPage<DeliveryView>>> Handle(ListDeliveriesQuery query, CancellationToken cancellationToken)
    {
        var webhook = new OutgoingWebhookSpec(query.Organization, query.Webhook);
        if (await webhooks.CountAsync(query.Tenant, webhook, cancellationToken) == 0) return OutgoingWebhookErrors.Unknown;
        var spec = new DeliveriesSpec(query.Webhook, query.State, query.EventType, query.Page);
        var read = await deliveries.ListAsync<DeliveryView>(query.Tenant, spec, cancellationToken);
        return CursorPage<DeliveryView>.Of(read, query.Page, delivery => new Cursor(delivery.CreatedAt, delivery.Id));
    }
}

internal sealed class GetDeliveryHandler(
    IReader<OutgoingWebhook> webhooks, IReader<OutgoingDelivery> deliveries, IReader<OutgoingEvent> events, IReader<DeliveryAttempt> attempts)
    : IQueryHandler<GetDeliveryQuery, DeliveryDetailsView>
{
    public async Task<Result<DeliveryDetailsView>> Handle(GetDeliveryQuery query, CancellationToken cancellationToken)
    {
        var (tenant, spec) = (query.Tenant, new OutgoingWebhookSpec(query.Organization, query.Webhook));
        if (await webhooks.CountAsync(tenant, spec, cancellationToken) == 0) return OutgoingWebhookErrors.Unknown;
        if (await deliveries.FindAsync<DeliveryView>(tenant, new DeliverySpec(query.Webhook, query.Delivery), cancellationToken) is not { } delivery
            || await events.FindAsync(tenant, new OutgoingEventSpec(delivery.EventId), cancellationToken) is not { } happened)
            return OutgoingWebhookErrors.DeliveryUnknown;
        var made = await attempts.ListAsync<DeliveryAttemptView>(tenant, new DeliveryAttemptsSpec(delivery.Id), cancellationToken);
        return new DeliveryDetailsView(delivery, OutgoingBody.Of(happened), made);
    }
}
