using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>
/// Disables an endpoint that fails, by the server itself: what is on its way is given up, and the organization's other endpoints are told. NotFound: it is
/// gone. Conflict: a person changed it since it failed.
/// </summary>
/// <param name="Version">Of the endpoint that failed.</param>
/// <param name="Reason">Of <see cref="DisabledReasons"/>.</param>
public sealed record DisableOutgoingWebhookCommand(TenantId Tenant, OrganizationId Organization, OutgoingWebhookId Webhook, long Version, string Reason)
    : ICommand<Done>;

internal sealed class DisableOutgoingWebhookHandler(IUnitsOfWork units, IOutgoingWork work, TimeProvider time)
    : ICommandHandler<DisableOutgoingWebhookCommand, Done>
{
    public async Task<Result<Done>> Handle(DisableOutgoingWebhookCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var unit = await units.BeginAsync(command.Tenant, cancellationToken);
        if (await unit.OutgoingWebhooks.FindAsync(command.Organization, command.Webhook, cancellationToken) is not { } webhook)
            return OutgoingWebhookErrors.Unknown;
        if (webhook.Version != command.Version || !webhook.Disable(command.Reason, now)) return ConcurrencyErrors.LostRace;
        await unit.OutgoingWebhooks.GiveUpAsync(webhook.Id, GivenUp.Disabled, now, cancellationToken);
        var data = new WebhookEventData(webhook.Id.Value, command.Organization.Value, command.Reason);
        unit.OutgoingWebhooks.Add(OutgoingEvent.Of(command.Tenant, command.Organization, OutgoingEventTypes.WebhookDisabled, data.ToJson(), now));
        unit.Record(new AuditEvent(
            Actor.System(command.Tenant), AuditActions.OutgoingWebhookDisabled, AuditResources.OutgoingWebhook, webhook.Id.ToString(), command.Organization)
            .With("reason", command.Reason));
        if ((await unit.CommitAsync(cancellationToken)).Failed(out var error, out _)) return error;
        work.IsDue();
        return Done.Result;
    }
}
