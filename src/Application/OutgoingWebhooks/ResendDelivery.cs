using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>
/// Sends a delivery again, soon and with all its tries: one that was given up, that waits, or that was delivered. The receiver knows it by the same id.
/// NotFound: there is none. Conflict: its endpoint is disabled.
/// </summary>
public sealed record ResendDeliveryCommand(Actor Actor, OrganizationId Organization, OutgoingWebhookId Webhook, Guid Delivery) : ICommand<DeliveryView>;

internal sealed class ResendDeliveryHandler(IUnitsOfWork units, IOutgoingWork work, TimeProvider time) : ICommandHandler<ResendDeliveryCommand, DeliveryView>
{
    public async Task<Result<DeliveryView>> Handle(ResendDeliveryCommand command, CancellationToken cancellationToken)
    {
        await using var unit = await units.BeginAsync(command.Actor.Tenant, cancellationToken);
        if (await unit.OutgoingWebhooks.FindAsync(command.Organization, command.Webhook, cancellationToken) is not { } webhook)
            return OutgoingWebhookErrors.Unknown;
        if (await unit.OutgoingWebhooks.FindDeliveryAsync(webhook.Id, command.Delivery, cancellationToken) is not { } delivery)
            return OutgoingWebhookErrors.DeliveryUnknown;
        if (!webhook.IsEnabled) return OutgoingWebhookErrors.Disabled;
        delivery.Resend(time.GetUtcNow());
        unit.Record(new AuditEvent(
            command.Actor, AuditActions.OutgoingWebhookResent, AuditResources.OutgoingWebhook, webhook.Id.ToString(), command.Organization)
            .With("delivery_id", delivery.Id.ToString()));
        if ((await unit.CommitAsync(cancellationToken)).Failed(out var error, out _)) return error;
        work.IsDue();
        return delivery.To<DeliveryView>();
    }
}
