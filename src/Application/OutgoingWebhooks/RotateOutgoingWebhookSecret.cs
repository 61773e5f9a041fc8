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
/// Gives an endpoint a new secret, which is shown this once. For a day the old one signs too, so that the receiver can change over; a secret before that
/// ends at once. NotFound: there is no such endpoint.
/// </summary>
public sealed record RotateOutgoingWebhookSecretCommand(Actor Actor, OrganizationId Organization, OutgoingWebhookId Webhook) : ICommand<NewOutgoingWebhook>;

internal sealed class RotateOutgoingWebhookSecretHandler(IUnitsOfWork units, OutgoingSecrets secrets, TimeProvider time)
    : ICommandHandler<RotateOutgoingWebhookSecretCommand, NewOutgoingWebhook>
{
    public async Task<Result<NewOutgoingWebhook>> Handle(RotateOutgoingWebhookSecretCommand command, CancellationToken cancellationToken)
    {
        var (actor, now) = (command.Actor, time.GetUtcNow());
        var (secret, cipher) = await secrets.CreateAsync(actor.Tenant, command.Webhook, cancellationToken);

        await using var unit = await units.BeginAsync(actor.Tenant, cancellationToken);
        if (await unit.OutgoingWebhooks.FindAsync(command.Organization, command.Webhook, cancellationToken) is not { } webhook)
            return OutgoingWebhookErrors.Unknown;
        webhook.Rotate(cipher, now);
        unit.Record(
            new AuditEvent(actor, AuditActions.OutgoingWebhookRotated, AuditResources.OutgoingWebhook, webhook.Id.ToString(), command.Organization));
        return (await unit.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error
            : new NewOutgoingWebhook(webhook.To<OutgoingWebhookView>(), secret);
    }
}
