using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>Takes an endpoint away, with its deliveries. NotFound: there is none.</summary>
public sealed record DeleteOutgoingWebhookCommand(Actor Actor, OrganizationId Organization, OutgoingWebhookId Webhook) : ICommand<Done>;

internal sealed class DeleteOutgoingWebhookHandler(IUnitsOfWork units) : ICommandHandler<DeleteOutgoingWebhookCommand, Done>
{
    public async Task<Result<Done>> Handle(DeleteOutgoingWebhookCommand command, CancellationToken cancellationToken)
    {
        await using var unit = await units.BeginAsync(command.Actor.Tenant, cancellationToken);
        if (await unit.OutgoingWebhooks.FindAsync(command.Organization, command.Webhook, cancellationToken) is not { } webhook)
            return OutgoingWebhookErrors.Unknown;
        unit.OutgoingWebhooks.Remove(webhook);
        unit.Record(
            new AuditEvent(command.Actor, AuditActions.OutgoingWebhookDeleted, AuditResources.OutgoingWebhook, webhook.Id.ToString(), command.Organization));
        return await unit.CommitAsync(cancellationToken);
    }
}
