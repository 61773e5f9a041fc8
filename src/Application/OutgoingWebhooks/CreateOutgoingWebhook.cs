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
/// Makes an endpoint that is sent an organization's events from now on. The answer is the one time that its secret is shown. Conflict: the
/// organization has as many as it may.
/// </summary>
/// <param name="Events">Of <see cref="OutgoingEventTypes.All"/>; null or empty for all.</param>
public sealed record CreateOutgoingWebhookCommand(
    Actor Actor, OrganizationId Organization, string Url, string? Description, IReadOnlyList<string>? Events) : ICommand<NewOutgoingWebhook>
{
    public override string ToString() => $"{Organization} ***";
}

/// <param name="Secret">What its webhooks are signed with.</param>
public sealed record NewOutgoingWebhook(OutgoingWebhookView Webhook, WebhookSecret Secret);

internal sealed class CreateOutgoingWebhookValidator : AbstractValidator<CreateOutgoingWebhookCommand>
{
    public CreateOutgoingWebhookValidator()
    {
        RuleFor(command => command.Url).NotNull();
        RuleFor(command => command.Url).WebhookUrl();
        RuleFor(command => command.Description).MaximumLength(OutgoingWebhook.MaximumDescriptionLength);
        RuleFor(command => command.Events).WebhookEvents();
    }
}

internal sealed class CreateOutgoingWebhookHandler(IUnitsOfWork units, OutgoingSecrets secrets, IEgressCheck egress, TimeProvider time)
    : ICommandHandler<CreateOutgoingWebhookCommand, NewOutgoingWebhook>
{
    public async Task<Result<NewOutgoingWebhook>> Handle(CreateOutgoingWebhookCommand command, CancellationToken cancellationToken)
    {
        var (actor, organization, now) = (command.Actor, command.Organization, time.GetUtcNow());
        if (await egress.RefusalOfAsync(command.Url, cancellationToken) is { } refusal) return refusal;
        var id = new OutgoingWebhookId(Guid.CreateVersion7(now));
        var (secret, cipher) = await secrets.CreateAsync(actor.Tenant, id, cancellationToken);
        var webhook = OutgoingWebhook.Create(
            id, actor.Tenant, organization, command.Url, command.Description ?? "", [.. command.Events ?? []], cipher, now);

        await using var unit = await units.BeginAsync(actor.Tenant, cancellationToken);
        await unit.Organizations.HoldAsync(organization, cancellationToken);
        if (await unit.Organizations.FindAsync(organization, cancellationToken) is null) return OrganizationErrors.Unknown;
        if (await unit.OutgoingWebhooks.CountAsync(organization, cancellationToken) >= OutgoingWebhook.MaximumPerOrganization)
            return OutgoingWebhookErrors.TooMany;
        unit.OutgoingWebhooks.Add(webhook);
        unit.Record(new AuditEvent(actor, AuditActions.OutgoingWebhookCreated, AuditResources.OutgoingWebhook, id.ToString(), organization));
        return (await unit.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error
            : new NewOutgoingWebhook(webhook.To<OutgoingWebhookView>(), secret);
    }
}
