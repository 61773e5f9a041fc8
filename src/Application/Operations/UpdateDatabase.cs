using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Operations;

/// <summary>Applies the migrations that are pending. Unavailable: it can't be done.</summary>
public sealed record UpdateDatabaseCommand(Actor Actor) : ICommand<Done>;

internal sealed class UpdateDatabaseHandler(IDatabaseSchema schema, IUnitsOfWork units) : ICommandHandler<UpdateDatabaseCommand, Done>
{
    public async Task<Result<Done>> Handle(UpdateDatabaseCommand command, CancellationToken cancellationToken)
    {
        if ((await schema.UpdateAsync(cancellationToken)).Failed(out var error, out _)) return error;
        await using var work = await units.BeginAsync(command.Actor.Tenant, cancellationToken);
        work.Record(new AuditEvent(command.Actor, AuditActions.DatabaseUpdated, AuditResources.System, null, null));
        return await work.CommitAsync(cancellationToken);
    }
}
