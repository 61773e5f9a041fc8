using FluentValidation;
using ModuleX.Application.Audit;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>
/// Takes roles in its home organization from a user; those that the user does not have are no matter. NotFound: the user is unknown, or of another
/// organization. Forbidden: the user's system role is above the caller's, or the caller lacks a permission of one of the roles.
/// </summary>
/// <returns>The roles that the user still has there.</returns>
public sealed record RemoveRolesCommand(Caller Caller, UserId User, IReadOnlyList<RoleId> RoleIds) : ICommand<IReadOnlyList<RoleId>>;

internal sealed class RemoveRolesValidator : AbstractValidator<RemoveRolesCommand>
{
    public RemoveRolesValidator() => RuleFor(command => command.RoleIds).Ids();
}

internal sealed class RemoveRolesHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<RemoveRolesCommand, IReadOnlyList<RoleId>>
{
    public async Task<Result<IReadOnlyList<RoleId>>> Handle(RemoveRolesCommand command, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if ((await work.FindReachedAsync(command.Caller, command.User, cancellationToken)).Failed(out var error, out var user)) return error;
        var had = await work.Roles.ListRolesAsync(user.Id, user.OrganizationId, cancellationToken);
        var removed = had.Intersect(command.RoleIds).ToList();
        if ((await work.CheckGrantAsync(command.Caller, user.OrganizationId, removed, cancellationToken)).Failed(out error, out _)) return error;
        foreach (var role in removed) work.Roles.Remove(new UserRole(user.TenantId, user.Id, role));
        user.ChangeRoles(time.GetUtcNow());
        work.Announce(user.Id.Value);
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.UserRolesRemoved, AuditResources.User, user.Id.ToString(), user.OrganizationId)
            .With("role_ids", removed.Select(role => role.ToString()).ToArray()));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : had.Except(removed).OrderBy(role => role.Value).ToList();
    }
}
