using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Invitations;

/// <summary>
/// The person who is signed in joins by an invitation. Who is a member already keeps the role. Forbidden: it is for another address. Expired; Conflict: it was
/// accepted already, or the organization is full.
/// </summary>
public sealed record AcceptInvitationCommand(string Token, Caller Caller) : ICommand<Done>
{
    public override string ToString() => nameof(AcceptInvitationCommand);
}

internal sealed class AcceptInvitationHandler(IInvitationTokens tokens, IUnitsOfWork units, TimeProvider time) : ICommandHandler<AcceptInvitationCommand, Done>
{
    public async Task<Result<Done>> Handle(AcceptInvitationCommand command, CancellationToken cancellationToken)
    {
        var (caller, now) = (command.Caller, time.GetUtcNow());
        if (await tokens.FindAsync(Invitation.HashOf(command.Token), cancellationToken) is not { Invitation: var found }) return InvitationErrors.NotFound;
        // Accounts of different tenants may have one address.
        if (found.TenantId != caller.Tenant) return InvitationErrors.OtherPerson;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if ((await work.OpenAsync(found, cancellationToken)).Failed(out var error, out var opened)) return error;
        if (await work.Users.FindAsync(caller.User, cancellationToken) is not { } user) return IdentityErrors.UserNotFound;
        if (opened.Invitation.Accept(user, now).Failed(out error, out _)) return error;
        if (await work.Organizations.FindMembershipAsync(found.OrganizationId, user.Id, cancellationToken) is null
            && (await work.WelcomeAsync(opened.Organization, user, found.Role, now, cancellationToken)).Failed(out error, out _)) return error;
        work.Record(InvitedWork.Joined(caller.Actor, opened.Invitation, user));
        return await work.CommitAsync(cancellationToken);
    }
}

/// <summary>What belongs to accepting an invitation, with an account or a new one.</summary>
internal static class InvitedWork
{
    /// <summary>The invitation and its organization, held. NotFound: one of them has gone meanwhile.</summary>
    public static async Task<Result<OpenedInvitation>> OpenAsync(this IUnitOfWork work, Invitation found, CancellationToken cancellationToken)
    {
        await work.Organizations.HoldAsync(found.OrganizationId, cancellationToken);
        return await work.Organizations.FindAsync(found.OrganizationId, cancellationToken) is { IsActive: true } organization
            && await work.Invitations.FindAsync(found.Id, cancellationToken) is { } invitation
            ? new OpenedInvitation(invitation, organization) : InvitationErrors.NotFound;
    }

    public static AuditEvent Joined(Actor by, Invitation invitation, User user) =>
        new AuditEvent(by, AuditActions.MemberAdded, AuditResources.User, user.Id.ToString(), invitation.OrganizationId)
            .With("invitation", invitation.Id.ToString()).With("invited_by", invitation.InvitedBy.ToString());
}

/// <summary>What <see cref="InvitedWork.OpenAsync"/> found.</summary>
internal sealed record OpenedInvitation(Invitation Invitation, Organization Organization);
