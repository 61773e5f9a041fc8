using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>Sends <see cref="OutgoingEventTypes.WebhookTest"/> to one endpoint, soon. NotFound: there is none. Conflict: it is disabled.</summary>
public sealed record SendTestEventCommand(Actor Actor, OrganizationId Organization, OutgoingWebhookId Webhook) : ICommand<DeliveryView>;

internal sealed class SendTestEventHandler(IUnitsOfWork units, IOutgoingWork work, TimeProvider time) : ICommandHandler<SendTestEventCommand, DeliveryView>
{
    public async Task<Result<DeliveryView>> Handle(SendTestEventCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var unit = await units.BeginAsync(command.Actor.Tenant, cancellationToken);
        if (await unit.OutgoingWebhooks.FindAsync(command.Organization, command.Webhook, cancellationToken) is not { } webhook)
            return OutgoingWebhookErrors.Unknown;
        if (!webhook.IsEnabled) return OutgoingWebhookErrors.Disabled;
        var happened = OutgoingEvent.For(
            webhook, OutgoingEventTypes.WebhookTest, new WebhookEventData(webhook.Id.Value, command.Organization.Value, null).ToJson(), now);
        var delivery = OutgoingDelivery.Of(Guid.CreateVersion7(now), happened, webhook.Id, now);
        unit.OutgoingWebhooks.Add(happened);
        unit.OutgoingWebhooks.Add(delivery);
        unit.Record(
            new AuditEvent(command.Actor, AuditActions.OutgoingWebhookTested, AuditResources.OutgoingWebhook, webhook.Id.ToString(), command.Organization));
        if ((await unit.CommitAsync(cancellationToken)).Failed(out var error, out _)) return error;
        work.IsDue();
        return delivery.To<DeliveryView>();
    }
}
