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
/// Changes a permission for all organizations; null leaves a value as it is. NotFound: unknown. Conflict: the name, or the resource and action, are taken.
/// </summary>
public sealed record UpdatePermissionCommand(Caller Caller, PermissionId Permission, string? Name, string? Description, string? Resource,
    string? Action) : ICommand<PermissionView>;

internal sealed class UpdatePermissionValidator : AbstractValidator<UpdatePermissionCommand>
{
    public UpdatePermissionValidator()
    {
        RuleFor(command => command.Name).OptionalName(AccessRules.MaximumNameLength);
        RuleFor(command => command.Description).OptionalText(AccessRules.MaximumDescriptionLength);
        RuleFor(command => command.Resource).OptionalName(AccessRules.MaximumResourceLength);
        RuleFor(command => command.Action).OptionalName(AccessRules.MaximumActionLength);
    }
}

internal sealed class UpdatePermissionHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<UpdatePermissionCommand, PermissionView>
{
    public async Task<Result<PermissionView>> Handle(UpdatePermissionCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.Roles.FindPermissionAsync(command.Permission, cancellationToken) is not { } permission) return AccessErrors.PermissionNotFound;
        permission.Change(command.Name?.Trim(), command.Description, command.Resource?.Trim(), command.Action?.Trim(), time.GetUtcNow());
        if (await work.Roles.IsPermissionTakenAsync(permission.Name, permission.Resource, permission.Action, permission.Id, cancellationToken))
            return AccessErrors.PermissionTaken;
        work.Announce(caller.Tenant.Value);
        work.Record(new AuditEvent(caller.Actor, AuditActions.PermissionUpdated, AuditResources.Permission, permission.Id.ToString(), null));
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : permission.To<PermissionView>();
    }
}
