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
/// Makes a role allow these permissions and no others. NotFound: the role is unknown, or of another organization. Invalid: a permission is unknown.
/// Forbidden: the caller lacks one that the role does not allow yet, or would not allow any more.
/// </summary>
/// <returns>What the role allows now, in the order in which it was asked for.</returns>
public sealed record AssignPermissionsCommand(Caller Caller, RoleId Role, IReadOnlyList<PermissionId> PermissionIds) : ICommand<IReadOnlyList<PermissionId>>;

internal sealed class AssignPermissionsValidator : AbstractValidator<AssignPermissionsCommand>
{
    public AssignPermissionsValidator() => RuleFor(command => command.PermissionIds).Ids();
}

internal sealed class AssignPermissionsHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<AssignPermissionsCommand, IReadOnlyList<PermissionId>>
{
    public async Task<Result<IReadOnlyList<PermissionId>>> Handle(AssignPermissionsCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if ((await work.FindReachedRoleAsync(caller, command.Role, cancellationToken)).Failed(out var error, out var role)) return error;
        var wanted = command.PermissionIds.Distinct().ToList();
        var known = (await work.Roles.ListPermissionsAsync(cancellationToken)).Select(permission => permission.Id).ToHashSet();
        if (!wanted.TrueForAll(known.Contains)) return AccessErrors.PermissionsInvalid;
        var had = await work.Roles.ListPermissionsAsync(role.Id, cancellationToken);
        var (added, removed) = (wanted.Except(had).ToList(), had.Except(wanted).ToList());
        if ((await work.CheckGrantAsync(caller, role.OrganizationId, [.. added, .. removed], cancellationToken)).Failed(out error, out _)) return error;

        foreach (var permission in added) work.Roles.Add(new RolePermission(role.TenantId, role.Id, permission));
        foreach (var permission in removed) work.Roles.Remove(new RolePermission(role.TenantId, role.Id, permission));
        role.ChangePermissions(time.GetUtcNow());
        work.Announce(role.OrganizationId.Value);
        work.Record(new AuditEvent(caller.Actor, AuditActions.RolePermissionsAssigned, AuditResources.Role, role.Id.ToString(), role.OrganizationId)
            .With("permission_ids", wanted.Select(permission => permission.ToString()).ToArray())
            .With("previous_permission_ids", had.Select(permission => permission.ToString()).ToArray()));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : wanted;
    }
}
