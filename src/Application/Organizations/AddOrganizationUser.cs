using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>
/// Makes a user of the tenant a member of an organization, or gives a member another role. NotFound: the organization or the user. Forbidden: the
/// caller is a member only, or the role, given or taken, is above the caller's own. Conflict: the user has the role already, the organization is
/// full, or has no other owner.
/// </summary>
/// <param name="Role">member, admin or owner.</param>
public sealed record AddOrganizationUserCommand(Caller Caller, OrganizationId Organization, UserId User, string Role) : ICommand<AddedMemberView>;

/// <summary>A membership that was made or changed.</summary>
/// <param name="WasMember">Whether only the role is new.</param>
public sealed record AddedMemberView(string OrganizationName, bool WasMember);

internal sealed class AddOrganizationUserValidator : AbstractValidator<AddOrganizationUserCommand>
{
    public AddOrganizationUserValidator() => RuleFor(command => command.Role).OneOf("member", "admin", "owner");
}

internal sealed class AddOrganizationUserHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<AddOrganizationUserCommand, AddedMemberView>
{
    public async Task<Result<AddedMemberView>> Handle(AddOrganizationUserCommand command, CancellationToken cancellationToken)
    {
        var (caller, id, role) = (command.Caller, command.Organization, Enum.Parse<MembershipRole>(command.Role, ignoreCase: true));
        if (caller.RefusalFor(id) is { } refusal) return refusal;
        if (!caller.Outranks(id, role)) return IdentityErrors.RoleBeyondOwn;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        await work.Organizations.HoldAsync(id, cancellationToken);
        if (await work.Organizations.FindAsync(id, cancellationToken) is not { } organization) return OrganizationErrors.Unknown;
        if (await work.Users.FindAsync(command.User, cancellationToken) is not { } user) return IdentityErrors.UserNotFound;
        var membership = await work.Organizations.FindMembershipAsync(id, user.Id, cancellationToken);
        var done = membership is null
            ? await JoinAsync(work, organization, user, role, command, cancellationToken)
            : await ChangeRoleAsync(work, membership, user, role, command, cancellationToken);
        if (done.Failed(out var error, out _)) return error;
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : new AddedMemberView(organization.Name, membership is not null);
    }

    private async Task<Result<Done>> JoinAsync(
        IUnitOfWork work, Organization organization, User user, MembershipRole role, AddOrganizationUserCommand command, CancellationToken cancellationToken)
    {
        if ((await work.WelcomeAsync(organization, user, role, time.GetUtcNow(), cancellationToken)).Failed(out var error, out var done)) return error;
        Record(work, command, AuditActions.MemberAdded);
        return done;
    }

    private static async Task<Result<Done>> ChangeRoleAsync(
        IUnitOfWork work, Membership membership, User user, MembershipRole role, AddOrganizationUserCommand command, CancellationToken cancellationToken)
    {
        if (membership.Role == role) return OrganizationErrors.MemberAlready;
        if (!command.Caller.Outranks(command.Organization, membership.Role)) return IdentityErrors.RoleBeyondOwn;
        if ((await work.RequireOtherOwnerAsync(membership, user, cancellationToken)).Failed(out var error, out _)) return error;
        membership.SetRole(role);
        work.Announce(user.Id.Value);
        Record(work, command, AuditActions.MemberChanged);
        return Done.Result;
    }

    private static void Record(IUnitOfWork work, AddOrganizationUserCommand command, string action) =>
        work.Record(new AuditEvent(command.Caller.Actor, action, AuditResources.User, command.User.ToString(), command.Organization));
}
