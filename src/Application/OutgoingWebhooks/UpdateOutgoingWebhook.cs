using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.Runs;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>
/// Changes what is given of an endpoint; null leaves a value as it is. One that is switched off gives up what is on its way. NotFound: there is none.
/// Conflict: another request changed it meanwhile.
/// </summary>
/// <param name="Events">Empty for all.</param>
/// <param name="IsEnabled">True also brings one back that was disabled because it failed.</param>
public sealed record UpdateOutgoingWebhookCommand(
    Actor Actor, OrganizationId Organization, OutgoingWebhookId Webhook, string? Url, string? Description, IReadOnlyList<string>? Events, bool? IsEnabled)
    : ICommand<OutgoingWebhookView>
{
    public override string ToString() => $"{Webhook} ***";
}

internal sealed class UpdateOutgoingWebhookValidator : AbstractValidator<UpdateOutgoingWebhookCommand>
{
    public UpdateOutgoingWebhookValidator()
    {
        RuleFor(command => command.Url).WebhookUrl();
        RuleFor(command => command.Description).MaximumLength(OutgoingWebhook.MaximumDescriptionLength);
        RuleFor(command => command.Events).WebhookEvents();
    }
}

internal sealed class UpdateOutgoingWebhookHandler(IUnitsOfWork units, IEgressCheck egress, TimeProvider time)
    : ICommandHandler<UpdateOutgoingWebhookCommand, OutgoingWebhookView>
{
    public async Task<Result<OutgoingWebhookView>> Handle(UpdateOutgoingWebhookCommand command, CancellationToken cancellationToken)
    {
        var (actor, now) = (command.Actor, time.GetUtcNow());
        if (command.Url is { } url && await egress.RefusalOfAsync(url, cancellationToken) is { } refusal) return refusal;

        await using var unit = await units.BeginAsync(actor.Tenant, cancellationToken);
        if (await unit.OutgoingWebhooks.FindAsync(command.Organization, command.Webhook, cancellationToken) is not { } webhook)
            return OutgoingWebhookErrors.Unknown;
        webhook.Change(command.Url, command.Description, command.Events is { } events ? [.. events] : null, now);
        if (command.IsEnabled == true) webhook.Enable(now);
        if (command.IsEnabled == false && webhook.Disable(DisabledReasons.ByUser, now))
            await unit.OutgoingWebhooks.GiveUpAsync(webhook.Id, GivenUp.Disabled, now, cancellationToken);
        unit.Record(
            new AuditEvent(actor, AuditActions.OutgoingWebhookUpdated, AuditResources.OutgoingWebhook, webhook.Id.ToString(), command.Organization));
        return (await unit.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : webhook.To<OutgoingWebhookView>();
    }
}

/// <summary>Why a delivery was given up without another attempt.</summary>
public static class GivenUp
{
    public const string Disabled = "The webhook was disabled";
}
