using FluentValidation;
using ModuleX.Application.Audit;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>
/// Gives a user these roles in its home organization, and no others there. NotFound: the user is unknown, or of another organization. Invalid: a
/// role is unknown, inactive or of another organization. Forbidden: the user's system role is above the caller's, or the caller lacks a permission
/// of a role that the user gets or loses.
/// </summary>
/// <returns>The user's roles, in the order in which they were asked for.</returns>
public sealed record AssignRolesCommand(Caller Caller, UserId User, IReadOnlyList<RoleId> RoleIds) : ICommand<IReadOnlyList<RoleId>>;

internal sealed class AssignRolesValidator : AbstractValidator<AssignRolesCommand>
{
    public AssignRolesValidator() => RuleFor(command => command.RoleIds).Ids();
}

internal sealed class AssignRolesHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<AssignRolesCommand, IReadOnlyList<RoleId>>
{
    public async Task<Result<IReadOnlyList<RoleId>>> Handle(AssignRolesCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if ((await work.FindReachedAsync(caller, command.User, cancellationToken)).Failed(out var error, out var user)) return error;
        var organization = user.OrganizationId;
        var wanted = command.RoleIds.Distinct().ToList();
        if (!await AreAssignableAsync(work, wanted, organization, cancellationToken)) return AccessErrors.RolesInvalid;
        var had = await work.Roles.ListRolesAsync(user.Id, organization, cancellationToken);
        var (added, removed) = (wanted.Except(had).ToList(), had.Except(wanted).ToList());
        if ((await work.CheckGrantAsync(caller, organization, added.Concat(removed), cancellationToken)).Failed(out error, out _)) return error;

        foreach (var role in added) work.Roles.Add(new UserRole(user.TenantId, user.Id, role));
        foreach (var role in removed) work.Roles.Remove(new UserRole(user.TenantId, user.Id, role));
        user.ChangeRoles(time.GetUtcNow());
        work.Announce(user.Id.Value);
        work.Record(new AuditEvent(caller.Actor, AuditActions.UserRolesAssigned, AuditResources.User, user.Id.ToString(), organization)
            .With("role_ids", wanted.Select(role => role.ToString()).ToArray())
            .With("previous_role_ids", had.Select(role => role.ToString()).ToArray()));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : wanted;
    }

    private static async Task<bool> AreAssignableAsync(IUnitOfWork work, List<RoleId> wanted, OrganizationId organization, CancellationToken cancellationToken)
    {
        var found = await work.Roles.FindAsync(wanted, cancellationToken);
        return found.Count == wanted.Count && found.All(role => role.IsActive && role.OrganizationId == organization);
    }
}
