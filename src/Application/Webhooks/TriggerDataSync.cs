using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>
/// Begins to pull records from a service, in the background. NotFound: there is no such service. Conflict: it is running already, or the service is
/// switched off.
/// </summary>
/// <param name="SyncType">Of <see cref="SyncTypes"/>.</param>
public sealed record TriggerDataSyncCommand(Caller Caller, ServiceId Service, string SyncType) : ICommand<Done>;

internal sealed class TriggerDataSyncValidator : AbstractValidator<TriggerDataSyncCommand>
{
    public TriggerDataSyncValidator() => RuleFor(command => command.SyncType).OneOf(SyncTypes.All);
}

internal sealed class TriggerDataSyncHandler(IUnitsOfWork units, IServiceWork work, TimeProvider time) : ICommandHandler<TriggerDataSyncCommand, Done>
{
    public async Task<Result<Done>> Handle(TriggerDataSyncCommand command, CancellationToken cancellationToken)
    {
        var (caller, now) = (command.Caller, time.GetUtcNow());
        await using var unit = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await unit.Services.FindAsync(command.Service, cancellationToken) is not { } service) return WebhookErrors.ServiceUnknown;
        if (!service.IsActive) return WebhookErrors.ServiceInactive;
        if (await unit.Services.FindSyncAsync(service.Id, command.SyncType, cancellationToken) is not { } sync)
            unit.Services.Add(DataSync.Begin(Guid.CreateVersion7(now), caller.Tenant, service.Id, command.SyncType, now));
        else if (sync.Trigger(now).Failed(out var refusal, out _))
            return refusal;
        unit.Record(new AuditEvent(caller.Actor, AuditActions.SyncTriggered, AuditResources.Service, service.Id.ToString(), null)
            .With("sync_type", command.SyncType));
        // Of two who begin at once, one loses the race for the row: the other one's sync is running.
        if ((await unit.CommitAsync(cancellationToken)).Failed(out var error, out _))
            return error.Kind == ErrorKind.Conflict ? WebhookErrors.SyncRunning : error;
        work.SyncIsDue();
        return Done.Result;
    }
}
