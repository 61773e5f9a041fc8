using FluentValidation;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Access;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>Adds a permission to the caller's tenant; no role allows it yet. Conflict: the name, or the resource and action, are taken.</summary>
public sealed record CreatePermissionCommand(Caller Caller, string Name, string? Description, string Resource, string Action) : ICommand<PermissionView>;

internal sealed class CreatePermissionValidator : AbstractValidator<CreatePermissionCommand>
{
    public CreatePermissionValidator()
    {
        RuleFor(command => command.Name).Name(AccessRules.MaximumNameLength);
        RuleFor(command => command.Description).OptionalText(AccessRules.MaximumDescriptionLength);
        RuleFor(command => command.Resource).Name(AccessRules.MaximumResourceLength);
        RuleFor(command => command.Action).Name(AccessRules.MaximumActionLength);
    }
}

internal sealed class CreatePermissionHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<CreatePermissionCommand, PermissionView>
{
    public async Task<Result<PermissionView>> Handle(CreatePermissionCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        var (name, resource, action) = (command.Name.Trim(), command.Resource.Trim(), command.Action.Trim());
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.Roles.IsPermissionTakenAsync(name, resource, action, null, cancellationToken)) return AccessErrors.PermissionTaken;
        var now = time.GetUtcNow();
        var permission = new Permission(new PermissionId(Guid.CreateVersion7(now)), caller.Tenant, name, command.Description, resource, action, now);
        work.Roles.Add(permission);
        work.Record(new AuditEvent(caller.Actor, AuditActions.PermissionCreated, AuditResources.Permission, permission.Id.ToString(), null));
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : permission.To<PermissionView>();
    }
}
