using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>Has a webhook that was given up tried again from the beginning. NotFound: there is none. Conflict: it is not one that was given up.</summary>
public sealed record RetryWebhookEventCommand(Caller Caller, Guid Event) : ICommand<WebhookEventView>;

internal sealed class RetryWebhookEventHandler(IUnitsOfWork units, WebhookEvents events, IServiceWork work, TimeProvider time)
    : ICommandHandler<RetryWebhookEventCommand, WebhookEventView>
{
    public async Task<Result<WebhookEventView>> Handle(RetryWebhookEventCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        await using (var unit = await units.BeginAsync(caller.Tenant, cancellationToken))
        {
            if (await unit.Services.FindEventAsync(command.Event, cancellationToken) is not { } happened) return WebhookErrors.EventUnknown;
            if (happened.TryAgain(time.GetUtcNow()).Failed(out var refusal, out _)) return refusal;
            unit.Record(new AuditEvent(caller.Actor, AuditActions.WebhookRetried, AuditResources.WebhookEvent, happened.Id.ToString(), null));
            if ((await unit.CommitAsync(cancellationToken)).Failed(out var error, out _)) return error;
        }
        var view = await events.FindAsync(caller.Tenant, command.Event, cancellationToken);
        work.WebhookIsDue();
        return view is null ? WebhookErrors.EventUnknown : view;
    }
}
