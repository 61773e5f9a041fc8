using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>
/// Deletes a user of the caller's tenant for good, with its memberships; <see cref="DeleteUserCommand"/> only deactivates. The audit log keeps its name.
/// NotFound: unknown.
/// Forbidden: the user's system role is above the caller's. Conflict: see <see cref="Deactivation.DeactivateAsync"/>.
/// </summary>
/// <param name="Number">See <see cref="User.Number"/>.</param>
public sealed record DeleteTenantUserCommand(Caller Caller, long Number) : ICommand<Done>;

internal sealed class DeleteTenantUserHandler(IReader<User> users, IUnitsOfWork units, TimeProvider time) : ICommandHandler<DeleteTenantUserCommand, Done>
{
    public async Task<Result<Done>> Handle(DeleteTenantUserCommand command, CancellationToken cancellationToken)
    {
        var (caller, now) = (command.Caller, time.GetUtcNow());
        if (await users.FindAsync(caller.Tenant, new UserByNumberSpec(command.Number), cancellationToken) is not { } found) return IdentityErrors.UserNotFound;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if ((await work.FindReachedAsync(caller, found.Id, cancellationToken)).Failed(out var error, out var user)) return error;
        if ((await work.DeactivateAsync(user, now, cancellationToken)).Failed(out error, out _)) return error;
        foreach (var membership in await work.Organizations.ListMembershipsAsync(user.Id, cancellationToken))
            await work.LeaveAsync(membership, cancellationToken);
        user.Delete(now);
        work.Announce(user.Id.Value);
        work.Record(new AuditEvent(caller.Actor, AuditActions.UserDeleted, AuditResources.User, user.Id.ToString(), user.OrganizationId));
        return await work.CommitAsync(cancellationToken);
    }
}
