using FluentValidation;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>
/// Adds a role that allows nothing yet. Forbidden: the permission is missing in the organization. NotFound: no such organization. Conflict: the name
/// is taken there.
/// </summary>
/// <param name="Organization">See <see cref="OrganizationScope.ForNew"/>.</param>
public sealed record CreateRoleCommand(Caller Caller, string Name, string? Description, bool IsActive, OrganizationId? Organization) : ICommand<RoleView>;

internal sealed class CreateRoleValidator : AbstractValidator<CreateRoleCommand>
{
    public CreateRoleValidator()
    {
        RuleFor(command => command.Name).Name(AccessRules.MaximumNameLength);
        RuleFor(command => command.Description).OptionalText(AccessRules.MaximumDescriptionLength);
    }
}

internal sealed class CreateRoleHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<CreateRoleCommand, RoleView>
{
    public async Task<Result<RoleView>> Handle(CreateRoleCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        if (caller.ForNew(command.Organization, PermissionNames.RoleCreate).Failed(out var error, out var organization)) return error;

        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.Organizations.FindAsync(organization, cancellationToken) is null) return OrganizationErrors.Unknown;
        if (await work.Roles.FindByNameAsync(organization, command.Name, cancellationToken) is not null) return AccessErrors.RoleNameTaken;
        var now = time.GetUtcNow();
        var role = new Role(new RoleId(Guid.CreateVersion7(now)), caller.Tenant, organization, command.Name, command.Description, command.IsActive, now);
        work.Roles.Add(role);
        work.Record(new AuditEvent(caller.Actor, AuditActions.RoleCreated, AuditResources.Role, role.Id.ToString(), organization));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : role.To<RoleView>();
    }
}
