using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>
/// Takes a user out of an organization. No user is left without one: who leaves another than the default organization is moved there. NotFound: the
/// organization, or the user is no member. Forbidden: the caller is a member only, or the user's role is above the caller's own. Conflict: the last
/// owner, or the default organization is the user's only one.
/// </summary>
public sealed record RemoveOrganizationUserCommand(Caller Caller, OrganizationId Organization, UserId User) : ICommand<RemovedMemberView>;

/// <summary>A membership that has ended.</summary>
/// <param name="MovedToDefault">False where it was the default organization that the user left.</param>
public sealed record RemovedMemberView(string OrganizationName, bool MovedToDefault);

internal sealed class RemoveOrganizationUserHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<RemoveOrganizationUserCommand, RemovedMemberView>
{
    public async Task<Result<RemovedMemberView>> Handle(RemoveOrganizationUserCommand command, CancellationToken cancellationToken)
    {
        var (caller, id) = (command.Caller, command.Organization);
        if (caller.RefusalFor(id) is { } refusal) return refusal;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        await work.Organizations.HoldAsync(id, cancellationToken);
        if (await work.Organizations.FindAsync(id, cancellationToken) is not { } organization) return OrganizationErrors.Unknown;
        var user = await work.Users.FindAsync(command.User, cancellationToken);
        if (user is null || await work.Organizations.FindMembershipAsync(id, user.Id, cancellationToken) is not { } membership)
            return OrganizationErrors.MemberNotFound;
        if (!caller.Outranks(id, membership.Role)) return IdentityErrors.RoleBeyondOwn;
        if ((await work.RequireOtherOwnerAsync(membership, user, cancellationToken)).Failed(out var error, out _)) return error;
        await work.LeaveAsync(membership, cancellationToken);
        var now = time.GetUtcNow();
        var settled = organization.IsDefault ? await SettleElsewhereAsync(work, user, id, now, cancellationToken)
            : await work.FindHomeAsync(user, id, now, cancellationToken);
        if (settled.Failed(out error, out _)) return error;
        work.Record(new AuditEvent(caller.Actor, AuditActions.MemberRemoved, AuditResources.User, user.Id.ToString(), id));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : new RemovedMemberView(organization.Name, !organization.IsDefault);
    }

    /// <summary>Who leaves the default organization needs another one, which becomes the home if there was none but this.</summary>
    private static async Task<Result<Done>> SettleElsewhereAsync(
        IUnitOfWork work, User user, OrganizationId left, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var others = await work.Organizations.ListMembershipsAsync(user.Id, cancellationToken);
        if (others.FirstOrDefault(one => one.OrganizationId != left) is not { } other) return OrganizationErrors.DefaultStays;
        if (user.OrganizationId == left) user.MoveTo(other.OrganizationId, now);
        return Done.Result;
    }
}
