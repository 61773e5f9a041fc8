using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Invitations;

/// <summary>Deletes an invitation of an organization that the caller administers, accepted or not; who has joined stays a member.</summary>
public sealed record RevokeInvitationCommand(Caller Caller, OrganizationId Organization, InvitationId Invitation) : ICommand<Done>;

internal sealed class RevokeInvitationHandler(IUnitsOfWork units) : ICommandHandler<RevokeInvitationCommand, Done>
{
    public async Task<Result<Done>> Handle(RevokeInvitationCommand command, CancellationToken cancellationToken)
    {
        var (caller, organization) = (command.Caller, command.Organization);
        if (caller.RefusalFor(organization) is { } refusal) return refusal;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.Invitations.FindAsync(command.Invitation, cancellationToken) is not { } invitation || invitation.OrganizationId != organization)
            return InvitationErrors.NotFound;
        work.Invitations.Remove(invitation);
        work.Record(new AuditEvent(caller.Actor, AuditActions.InvitationRevoked, AuditResources.Invitation, invitation.Id.ToString(), organization)
            .With("email", invitation.Email));
        return await work.CommitAsync(cancellationToken);
    }
}
