using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>
/// Deletes a role that the caller reaches. NotFound: unknown, or of another organization. Invalid: users have it.
/// Forbidden: it allows what the caller may not.
/// </summary>
public sealed record DeleteRoleCommand(Caller Caller, RoleId Role) : ICommand<Done>;

internal sealed class DeleteRoleHandler(IUnitsOfWork units) : ICommandHandler<DeleteRoleCommand, Done>
{
    public async Task<Result<Done>> Handle(DeleteRoleCommand command, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if ((await work.FindReachedRoleAsync(command.Caller, command.Role, cancellationToken)).Failed(out var error, out var role)) return error;
        if ((await work.CheckGrantAsync(command.Caller, role.OrganizationId, [role.Id], cancellationToken)).Failed(out error, out _)) return error;
        if (await work.Roles.CountUsersAsync(role.Id, cancellationToken) is > 0 and var users) return AccessErrors.RoleInUse(users);
        work.Roles.Remove(role);
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.RoleDeleted, AuditResources.Role, role.Id.ToString(), role.OrganizationId));
        return await work.CommitAsync(cancellationToken);
    }
}
