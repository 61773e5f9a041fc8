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
/// Sends everything again that was given up since a time, for an endpoint that is well again. Gives how many deliveries there are. NotFound: there is no
/// such endpoint. Conflict: it is disabled.
/// </summary>
/// <param name="Since">When the deliveries were made.</param>
public sealed record ResendFailedCommand(Actor Actor, OrganizationId Organization, OutgoingWebhookId Webhook, DateTimeOffset Since) : ICommand<int>;

internal sealed class ResendFailedHandler(IUnitsOfWork units, IOutgoingWork work, TimeProvider time) : ICommandHandler<ResendFailedCommand, int>
{
    public async Task<Result<int>> Handle(ResendFailedCommand command, CancellationToken cancellationToken)
    {
        await using var unit = await units.BeginAsync(command.Actor.Tenant, cancellationToken);
        if (await unit.OutgoingWebhooks.FindAsync(command.Organization, command.Webhook, cancellationToken) is not { } webhook)
            return OutgoingWebhookErrors.Unknown;
        if (!webhook.IsEnabled) return OutgoingWebhookErrors.Disabled;
        var count = await unit.OutgoingWebhooks.ResendFailedAsync(webhook.Id, command.Since, time.GetUtcNow(), cancellationToken);
        unit.Record(new AuditEvent(
            command.Actor, AuditActions.OutgoingWebhookResent, AuditResources.OutgoingWebhook, webhook.Id.ToString(), command.Organization)
            .With("deliveries", count));
        if ((await unit.CommitAsync(cancellationToken)).Failed(out var error, out _)) return error;
        work.IsDue();
        return count;
    }
}
