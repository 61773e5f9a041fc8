using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>Takes a service away with its webhooks, records, syncs and looks at its health. NotFound: there is none.</summary>
public sealed record DeleteServiceCommand(Caller Caller, ServiceId Service) : ICommand<Done>;

internal sealed class DeleteServiceHandler(IUnitsOfWork units) : ICommandHandler<DeleteServiceCommand, Done>
{
    public async Task<Result<Done>> Handle(DeleteServiceCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        await using var unit = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await unit.Services.FindAsync(command.Service, cancellationToken) is not { } service) return WebhookErrors.ServiceUnknown;
        unit.Services.Remove(service);
        unit.Announce(service.Id.Value);
        unit.Record(new AuditEvent(caller.Actor, AuditActions.ServiceDeleted, AuditResources.Service, service.Id.ToString(), null));
        return await unit.CommitAsync(cancellationToken);
    }
}
