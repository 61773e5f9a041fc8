using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Invitations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Invitations;

internal sealed class InvitationStore(ModuleXDbContext db) : IInvitationStore
{
    public Task<Invitation?> FindAsync(InvitationId id, CancellationToken cancellationToken) =>
        db.Invitations.AsTracking().SingleOrDefaultAsync(invitation => invitation.Id == id, cancellationToken);

    public Task<Invitation?> FindAsync(OrganizationId organization, string email, CancellationToken cancellationToken)
    {
        var key = NameKey.Of(email);
        return db.Invitations.AsTracking()
            .SingleOrDefaultAsync(invitation => invitation.OrganizationId == organization && invitation.EmailKey == key, cancellationToken);
    }

    public void Add(Invitation invitation) => db.Invitations.Add(invitation);

    public void Remove(Invitation invitation) => db.Invitations.Remove(invitation);

    public Task ForgetAsync(OrganizationId organization, DateTimeOffset endedBefore, CancellationToken cancellationToken) => db.Invitations
        .Where(invitation => invitation.OrganizationId == organization && (invitation.AcceptedAt ?? invitation.ExpiresAt) < endedBefore)
        .ExecuteDeleteAsync(cancellationToken);
}
