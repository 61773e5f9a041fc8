using FluentValidation;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Access;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>
/// Makes a role not allow these permissions any more; those that it does not allow are none of its business. NotFound: the role is unknown, or of another
/// organization. Forbidden: the caller lacks one of them.
/// </summary>
/// <returns>What the role still allows.</returns>
public sealed record RemovePermissionsCommand(Caller Caller, RoleId Role, IReadOnlyList<PermissionId> PermissionIds) : ICommand<IReadOnlyList<PermissionId>>;

internal sealed class RemovePermissionsValidator : AbstractValidator<RemovePermissionsCommand>
{
    public RemovePermissionsValidator() => RuleFor(command => command.PermissionIds).Ids();
}

internal sealed class RemovePermissionsHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<RemovePermissionsCommand, IReadOnlyList<PermissionId>>
{
    public async Task<Result<IReadOnlyList<PermissionId>>> Handle(RemovePermissionsCommand command, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if ((await work.FindReachedRoleAsync(command.Caller, command.Role, cancellationToken)).Failed(out var error, out var role)) return error;
        var had = await work.Roles.ListPermissionsAsync(role.Id, cancellationToken);
        var removed = had.Intersect(command.PermissionIds).ToList();
        if ((await work.CheckGrantAsync(command.Caller, role.OrganizationId, removed, cancellationToken)).Failed(out error, out _)) return error;
        foreach (var permission in removed) work.Roles.Remove(new RolePermission(role.TenantId, role.Id, permission));
        role.ChangePermissions(time.GetUtcNow());
        work.Announce(role.OrganizationId.Value);
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.RolePermissionsRemoved, AuditResources.Role, role.Id.ToString(), role.OrganizationId)
            .With("permission_ids", removed.Select(permission => permission.ToString()).ToArray()));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error
            : had.Except(removed).OrderBy(permission => permission.Value).ToList();
    }
}
