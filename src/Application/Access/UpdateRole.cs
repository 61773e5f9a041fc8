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
/// Changes a role that the caller reaches; null leaves a value as it is. NotFound: unknown, or of another organization. Conflict: the name is taken there.
/// Forbidden: it would be made active or inactive, and allows what the caller may not.
/// </summary>
public sealed record UpdateRoleCommand(Caller Caller, RoleId Role, string? Name, string? Description, bool? IsActive) : ICommand<RoleView>;

internal sealed class UpdateRoleValidator : AbstractValidator<UpdateRoleCommand>
{
    public UpdateRoleValidator()
    {
        RuleFor(command => command.Name).OptionalName(AccessRules.MaximumNameLength);
        RuleFor(command => command.Description).OptionalText(AccessRules.MaximumDescriptionLength);
    }
}

internal sealed class UpdateRoleHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<UpdateRoleCommand, RoleView>
{
    public async Task<Result<RoleView>> Handle(UpdateRoleCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if ((await work.FindReachedRoleAsync(caller, command.Role, cancellationToken)).Failed(out var error, out var role)) return error;
        var organization = role.OrganizationId;
        if (command.Name is { } name && await work.Roles.FindByNameAsync(organization, name, cancellationToken) is { } other && other.Id != role.Id)
            return AccessErrors.RoleNameTaken;
        // What it allows comes back to all who have it, the caller perhaps among them, or is lost to them: that is giving and taking.
        var switches = command.IsActive is { } active && active != role.IsActive;
        if (switches && (await work.CheckGrantAsync(caller, organization, [role.Id], cancellationToken)).Failed(out error, out _)) return error;
        role.Change(command.Name, command.Description, command.IsActive, time.GetUtcNow());
        work.Announce(organization.Value);
        work.Record(new AuditEvent(caller.Actor, AuditActions.RoleUpdated, AuditResources.Role, role.Id.ToString(), organization));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : role.To<RoleView>();
    }
}
