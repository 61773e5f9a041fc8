using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>Deletes a permission, out of every role of every organization. NotFound: unknown.</summary>
public sealed record DeletePermissionCommand(Caller Caller, PermissionId Permission) : ICommand<Done>;

internal sealed class DeletePermissionHandler(IUnitsOfWork units) : ICommandHandler<DeletePermissionCommand, Done>
{
    public async Task<Result<Done>> Handle(DeletePermissionCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.Roles.FindPermissionAsync(command.Permission, cancellationToken) is not { } permission) return AccessErrors.PermissionNotFound;
        work.Roles.Remove(permission);
        work.Announce(caller.Tenant.Value);
        work.Record(new AuditEvent(caller.Actor, AuditActions.PermissionDeleted, AuditResources.Permission, permission.Id.ToString(), null));
        return await work.CommitAsync(cancellationToken);
    }
}
