using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>Webhooks with the names of their services. One whose service was taken away between the two looks is gone itself.</summary>
internal sealed class WebhookEvents(IReader<WebhookEvent> events, IReader<Service> services)
{
    public async Task<WebhookEventView?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        if (await events.FindAsync(tenant, new WebhookEventByIdSpec(id), cancellationToken) is not { } happened) return null;
        return await services.FindAsync(tenant, new ServicesByIdSpec(happened.ServiceId), cancellationToken) is { } service
            ? WebhookEventView.Of(happened, service) : null;
    }

    public async Task<Page<WebhookEventView>> PageAsync(
        TenantId tenant, WebhookEventsSpec wanted, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await events.PageAsync(tenant, wanted, page, cancellationToken);
        ServiceId[] ids = [.. found.Items.Select(happened => happened.ServiceId).Distinct()];
        var known = (await services.ListAsync(tenant, new ServicesByIdSpec(ids), cancellationToken)).ToDictionary(service => service.Id);
        var views = found.Items.Where(happened => known.ContainsKey(happened.ServiceId))
            .Select(happened => WebhookEventView.Of(happened, known[happened.ServiceId]));
        return new Page<WebhookEventView>([.. views], found.Total, page);
    }
}
